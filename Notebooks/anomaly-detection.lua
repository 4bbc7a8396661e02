-- %% [markdown]
-- # Anomaly detection without bad samples
--
-- A new line makes few bad pieces, so there is nothing to learn "bad" from. An autoencoder learns to draw good
-- pictures again from a few numbers. What it has never seen it draws badly: the error is the anomaly score.
--
-- 没有不良样本时的异常检测：新产线的不良品很少，无从学习“不良”。自编码器学习用少量数字重画良品图像；从未见过的缺陷画不好，
-- 重建误差就是异常分数。

-- %% tags=["parameters"]
local pieces = param { "pieces", default = 400, range = { 100, 1700 }, help = { en = "pieces of the simulated shift", zh = "模拟班次的产品件数" } }
local epochs = param { "epochs", default = 12, range = { 1, 200 }, help = { en = "passes over the good pieces", zh = "良品训练轮数" } }

-- %%
local line = plant.open(plant.demo("anomaly-detection", { units = pieces, seed = 3 }))
local units = line:units():filter "image ~= nil and result ~= nil":dedupe { "serial" }
local good = units:filter "result == 'OK'"
local parts = (pipeline "good" :split { train = .7, test = .3, by = "coil", seed = 7 })(good)
local bad = units:filter "result == 'NG'"
print(parts)
print(#bad, "bad pieces, none of them used in training · 不良品，均未用于训练")

-- %% [markdown]
-- ## Trained on good pieces alone
-- The target is the picture itself.
--
-- ## 只用良品训练
-- 训练目标就是图像本身。

-- %%
local net = models.autoencoder { hidden = { 8, 16 }, latent = 8 }
print(net:fit(parts.train, { target = "image", size = { 32, 32 }, epochs = epochs, lr = 3e-3, seed = seed() }))

-- %% [markdown]
-- ## The anomaly score
-- The mean squared error of each picture, on good pieces that were not trained on, and on bad ones.
--
-- ## 异常分数
-- 每张图像的均方误差：一组为未参与训练的良品，一组为不良品。

-- %%
local scored = data.concat(net:predict(parts.test), net:predict(bad)):filter "score ~= nil"
print(scored:group_by({ "result" }, { pieces = "count()", median = "median(score)", highest = "max(score)" }))
print(plot.box(scored, "score", { by = "result" }))

-- %% [markdown]
-- ## The operating point
-- The threshold comes from good pieces alone: one in twenty of them may be stopped.
--
-- ## 工作点
-- 阈值只由良品确定：允许拦下其中二十分之一。

-- %%
local scores = net:predict(parts.test):filter "score ~= nil":sort "score".score:list()
local limit = scores[math.ceil(.95 * #scores)]
local caught = scored:with { stopped = ("score > %.17g"):format(limit) }
print(("threshold · 阈值 %.4g"):format(limit))
print(caught:group_by({ "result", "stopped" }, { pieces = "count()" }):sort { "result", "stopped" })
