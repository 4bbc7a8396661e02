-- Fashion-MNIST, the standard training benchmark: 60,000 small pictures of clothes, ten classes.
--
--   plantsh Scripts/fashion.lua DIR [epochs=8]
--
-- DIR holds the four idx.gz files (Xiao, Rasul, Vollgraf: Fashion-MNIST, arXiv 1708.07747).
local dir = arg[1] or usage { en = "fashion.lua DIR, the folder of the four idx.gz files", zh = "fashion.lua 文件夹（四个 idx.gz 文件所在的文件夹）" }
local epochs = param { "epochs", default = 8, range = { 1, 100 }, help = { en = "passes over the training images", zh = "训练轮数" } }

local train = data.idx(dir .. "/train-images-idx3-ubyte.gz", dir .. "/train-labels-idx1-ubyte.gz")
local test = data.idx(dir .. "/t10k-images-idx3-ubyte.gz", dir .. "/t10k-labels-idx1-ubyte.gz")
print(train)

-- Pooling before the normalisation leaves it a quarter of the values.
local net = nn.Sequential {
  nn.Conv2d { 24, kernel = 3, padding = 1, bias = false }, nn.MaxPool2d(2), nn.BatchNorm2d(), nn.ReLU(),
  nn.Conv2d { 48, kernel = 3, padding = 1, bias = false }, nn.MaxPool2d(2), nn.BatchNorm2d(), nn.ReLU(),
  nn.Conv2d { 96, kernel = 3, padding = 1, bias = false }, nn.MaxPool2d(2), nn.BatchNorm2d(), nn.ReLU(),
  nn.Flatten(), nn.Dropout(0.3), nn.Linear(10),
}
local started = os.time()
net:fit(train, { target = "label", epochs = epochs, batch = 128, augment = { flip = "horizontal" }, optimizer = "adamw", lr = 5e-3, schedule = "one_cycle", seed = 1 })
local seconds = os.time() - started
local result = net:evaluate(test)
print(net)
print(result)
print(("trained in %d s"):format(seconds))
print(("accuracy %.3f"):format(result.accuracy))
