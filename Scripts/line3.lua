-- The main job on a simulated plant: four systems that do not agree become one table, one network, one report.
--
--   plantsh demo line3 && cd line3 && plantsh ../Scripts/line3.lua [epochs=25]
local epochs = param { "epochs", default = 25, range = { 1, 500 }, help = { en = "passes over the training units", zh = "训练轮数" } }

-- One row for each produced unit, every source bound to it.
local line = plant.open "line3.plant.lua"
print(line)
local units = line:units()
print(units)

-- What may pass, in which units, and which units are for learning: a coil never stands on both sides.
local clean = pipeline "line 3"
  :dedupe { "serial" }
  :expect {
    speed = "2 .. 20 m/s", temperature = "1400 .. 2100 degF", force = { "not null", "1000 .. 20000 kN" },
    result = { "not null", "in OK, NG" }, image = "not null",
  }
  :convert { temperature = "degC", gauge = "mm", entry_gauge = "mm" }
  :with { reduction = "(entry_gauge - gauge) / entry_gauge" }
  :split { train = .7, valid = .15, test = .15, by = "coil", seed = seed() }
local parts = clean(units)
print(clean:explain())

-- A small network that sees the picture and knows the process values.
local values = { "speed", "temperature", "force" }
local net = nn.Sequential {
  nn.Conv2d { 12, kernel = 3, padding = 1 }, nn.BatchNorm2d(), nn.ReLU(), nn.MaxPool2d(2),
  nn.Conv2d { 24, kernel = 3, padding = 1 }, nn.BatchNorm2d(), nn.ReLU(), nn.MaxPool2d(2),
  nn.Conv2d { 48, kernel = 3, padding = 1 }, nn.BatchNorm2d(), nn.ReLU(), nn.AdaptiveAvgPool2d(1),
  nn.Flatten(), nn.ConcatFeatures(), nn.Linear(32), nn.ReLU(), nn.Linear(2),
}
local history = net:fit(parts.train, {
  target = "result", features = values, size = { 48, 48 }, epochs = epochs, valid = parts.valid,
  lr = 4e-3, augment = { flip = "both" }, seed = seed(),
})
local result = net:evaluate(parts.test, { good = "OK" })
print(history)
print(result)

-- One file to hand on, one file to deploy.
report "Line 3, strip steel (simulated)"
  :key("accuracy", result.accuracy) :key("escape", result.escape) :key("overkill", result.overkill)
  :heading "Data" :listing(tostring(line)) :table(clean:explain()) :table(parts.quarantine)
  :heading "Process" :figure(plot.histogram(parts.train, "temperature")) :figure(plot.scatter(parts.train, "speed", "temperature", { by = "result" }))
  :heading "Network" :listing(tostring(net)) :figure(history)
  :heading "Result on units it has not seen" :figure(result) :figure(result:plot())
  :save "report.html"
net:save "line3.plantsh"
print "report.html and line3.plantsh written"
