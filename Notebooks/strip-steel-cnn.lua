-- %% [markdown]
-- # A CNN on strip steel
--
-- A small convolutional network looks at the pictures of the surface camera. A stain of cooling water looks like
-- scale and is harmless: only the temperature tells them apart, so the network also gets the process values.
--
-- 带钢表面的卷积网络：小型卷积网络查看表面相机的图像。冷却水渍看起来像氧化皮，但并无害处，只有温度能区分两者，因此网络同时
-- 接收过程值。

-- %% tags=["parameters"]
local pieces = param { "pieces", default = 400, range = { 100, 1700 }, help = { en = "pieces of the simulated shift", zh = "模拟班次的产品件数" } }
local epochs = param { "epochs", default = 8, range = { 1, 200 }, help = { en = "passes over the training pieces", zh = "训练轮数" } }

-- %%
local line = plant.open(plant.demo("strip-steel", { units = pieces, seed = 3 }))
local clean = pipeline "line 3" :dedupe { "serial" }
  :expect { speed = "2 .. 20 m/s", temperature = "1400 .. 2100 degF", force = "not null", image = "not null", result = { "not null", "in OK, NG" } }
  :convert { temperature = "degC" }
  :split { train = .7, valid = .15, test = .15, by = "coil", seed = 7 }
local parts = clean(line:units())
print(parts)

-- %%
-- What the camera sees. 相机看到的图像。
print(plot.image(parts.train.image[1]))

-- %% [markdown]
-- ## The network
-- Convolutions see the picture; `ConcatFeatures` adds the process values before the last layers.
--
-- ## 网络
-- 卷积层处理图像，`ConcatFeatures` 在最后几层之前加入过程值。

-- %%
local net = nn.Sequential {
  nn.Conv2d { 8, kernel = 3, padding = 1 }, nn.BatchNorm2d(), nn.ReLU(), nn.MaxPool2d(2),
  nn.Conv2d { 16, kernel = 3, padding = 1 }, nn.BatchNorm2d(), nn.ReLU(), nn.MaxPool2d(2),
  nn.Conv2d { 32, kernel = 3, padding = 1 }, nn.BatchNorm2d(), nn.ReLU(), nn.AdaptiveAvgPool2d(1),
  nn.Flatten(), nn.ConcatFeatures(), nn.Linear(32), nn.ReLU(), nn.Linear(2),
}
local history = net:fit(parts.train, {
  target = "result", features = { "speed", "temperature", "force" }, size = { 32, 32 }, epochs = epochs,
  valid = parts.valid, lr = 4e-3, augment = { flip = "both" }, seed = seed(),
})
print(net)
print(history)

-- %% [markdown]
-- ## On pieces it has not seen
-- Counts are small, so the intervals are wide: read them before the percentages.
--
-- ## 在未见过的产品上
-- 样本数少，置信区间就宽：先看区间，再看百分比。

-- %%
local result = net:evaluate(parts.test, { good = "OK" })
print(result)

-- %%
print(result:plot())
