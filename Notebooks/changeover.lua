-- %% [markdown]
-- # Changeover and release
--
-- The product changes, and the model that was good yesterday has never seen the new one. With a few labelled pieces
-- of the new product it is trained on. Champion and challenger are then judged on the same unseen pieces, and the
-- gate decides with honest intervals.
--
-- 换产与发布：产品更换后，昨天表现良好的模型没有见过新产品。用少量新产品的标注样本继续训练，再让现役模型与候选模型在同一批
-- 未见过的产品上比较，由发布门槛按置信区间决定。

-- %% tags=["parameters"]
local pieces = param { "pieces", default = 400, range = { 100, 1700 }, help = { en = "pieces of each simulated shift", zh = "每个模拟班次的产品件数" } }
local labels = param { "labels", default = 60, range = { 10, 500 }, help = { en = "labelled pieces of the new product", zh = "新产品的标注件数" } }
local epochs = param { "epochs", default = 8, range = { 1, 200 }, help = { en = "passes over the training pieces", zh = "训练轮数" } }

-- %%
-- Two shifts of the simulated line. The new product is rolled hotter; what is scale stays scale.
-- 两个模拟班次。新产品的轧制温度更高，氧化皮的外观不变。
local function shift(name, seed, offset)
  local units = plant.open(plant.demo(name, { units = pieces, seed = seed })):units()
  return units:dedupe { "serial" }:filter "image ~= nil and result ~= nil and temperature > 1400 and temperature < 2100"
    :with { temperature = "temperature + " .. offset }
end
local old, new = shift("changeover-old", 3, 0), shift("changeover-new", 11, 150)
print(old:group_by({ "result" }, { pieces = "count()", temperature = "mean(temperature)" }))
print(new:group_by({ "result" }, { pieces = "count()", temperature = "mean(temperature)" }))

-- %% [markdown]
-- ## The champion: trained on the old product
-- ## 现役模型：在旧产品上训练

-- %%
local options = { target = "result", features = { "temperature", "speed" }, size = { 32, 32 }, epochs = epochs, lr = 4e-3, seed = seed() }
local function network()
  return nn.Sequential {
    nn.Conv2d { 8, kernel = 3, padding = 1 }, nn.BatchNorm2d(), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d { 16, kernel = 3, padding = 1 }, nn.BatchNorm2d(), nn.ReLU(), nn.AdaptiveAvgPool2d(1),
    nn.Flatten(), nn.ConcatFeatures(), nn.Linear(16), nn.ReLU(), nn.Linear(2),
  }
end
local before = (pipeline "old" :split { train = .8, test = .2, by = "coil", seed = 7 })(old)
local champion = network()
champion:fit(before.train, options)
champion:save "champion.plantsh"
print(champion:evaluate(before.test, { good = "OK" }))

-- %% [markdown]
-- ## The day of the changeover
-- On the new product the champion is blind to the shift in temperature.
--
-- ## 换产当天
-- 面对新产品，现役模型无法适应温度的变化。

-- %%
local after = (pipeline "new" :split { train = labels / #new, test = 1 - labels / #new, by = "serial", seed = 7 })(new)
local yesterday = champion:evaluate(after.test, { good = "OK" })
print(yesterday)

-- %% [markdown]
-- ## The challenger: the same network, a few labels more
-- ## 候选模型：同一网络，加上少量新标注

-- %%
local challenger = nn.load "champion.plantsh"
options.epochs, options.lr = 2 * epochs, 2e-3
challenger:fit(after.train, options)
local today = challenger:evaluate(after.test, { good = "OK" })
print(today)

-- %% [markdown]
-- ## The gate
-- Released is what is better than the champion on pieces that neither has seen. `plantsh run` ends with exit code 4
-- when the gate stays shut.
--
-- ## 发布门槛
-- 候选模型须在双方均未见过的产品上优于现役模型才能发布；门槛未通过时 `plantsh run` 以退出码 4 结束。

-- %%
metric("champion_accuracy", yesterday.accuracy)
metric("challenger_accuracy", today.accuracy)
print(("champion %.3f · challenger %.3f"):format(yesterday.accuracy, today.accuracy))
require_at_least(today.accuracy, yesterday.accuracy, "challenger")
challenger:save "released.plantsh"
print(plot.bar(data.table { model = { "champion · 现役", "challenger · 候选" }, accuracy = { yesterday.accuracy, today.accuracy } }, "model", { value = "accuracy" }))
