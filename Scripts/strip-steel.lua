-- Seven kinds of surface defect on hot-rolled strip: photographs, a small network from scratch.
--
--   plantsh Scripts/strip-steel.lua DIR [seeds=3] [epochs=40]
--
-- DIR holds the X-SDD photographs, a folder for each class (Feng, Gao, Luo: X-SDD, Symmetry 13(4), 2021).
local dir = arg[1] or usage { en = "strip-steel.lua DIR, the folder of the X-SDD photographs", zh = "strip-steel.lua 文件夹（X-SDD 照片所在的文件夹）" }
local seeds = param { "seeds", default = 3, range = { 1, 20 }, help = { en = "splits and starts to average over", zh = "取平均的划分与初始化次数" } }
local epochs = param { "epochs", default = 40, range = { 1, 500 }, help = { en = "passes over the training images", zh = "训练轮数" } }

local photos = data.images(dir .. "/X-SDD/datas")
print(photos)

local sum = 0
for seed = 1, seeds do
  local split = pipeline "strip steel" :split { train = .7, test = .3, stratify = "label", seed = seed }
  local parts = split(photos)
  local net = models.resnet { depth = 8 }
  local started = os.time()
  net:fit(parts.train, {
    target = "label", size = { 64, 64 }, gray = true, batch = 32, epochs = epochs, seed = seed,
    optimizer = "adamw", lr = 4e-3, weight_decay = 0.01, schedule = "one_cycle",
    augment = { flip = "both", brightness = .2, contrast = .2 },
  })
  local seconds = os.time() - started
  local result = net:evaluate(parts.test)
  print(result)
  print(("seed %d: accuracy %.3f, trained in %d s"):format(seed, result.accuracy, seconds))
  sum = sum + result.accuracy
end
print(("accuracy %.3f"):format(sum / seeds))
