-- %% [markdown]
-- # Time alignment and clock skew
--
-- Two systems stamp the same event with two clocks. When a piece enters a stand, its rolling force jumps: the MES
-- says when the piece came, the history says when the force rose. The distance between the two, over many pieces,
-- is the skew of the clock.
--
-- 时间对齐与时钟偏差：两个系统用各自的时钟记录同一事件。带钢进入机架时轧制力突升：MES 记录产品到达时间，历史库记录力的上升
-- 时间。对许多件产品求两者之差，就得到时钟偏差。

-- %% tags=["parameters"]
local pieces = param { "pieces", default = 200, range = { 60, 1200 }, help = { en = "pieces of the simulated shift", zh = "模拟班次的产品件数" } }

-- %%
local file = plant.demo("time-alignment", { units = pieces, seed = 3 })

-- The same plant, whose plant file does not know of the clock of station R2.
-- 同一产线，但产线文件中没有关于 R2 时钟的说明。
local raw = plant.demo("time-alignment-raw", { units = pieces, seed = 3 })
local text = assert(io.open(raw)):read "a"
local out = io.open(raw, "w")
out:write((text:gsub("skew = [^\n]*\n", "\n")))
out:close()

-- %% [markdown]
-- ## The skew of each station
-- For each piece: the first sample above 2,000 kN after the time at which the MES expects it.
--
-- ## 各机架的时钟偏差
-- 对每件产品，取 MES 时刻之后第一个超过 2,000 kN 的采样。

-- %%
local function lag(plant_file, station)
  local line = plant.open(plant_file)
  local passes = line:source("mes", { table = "units" }):rename { ["T_" .. station] = "passed" }
    :select { "SN", "passed" }:filter "passed ~= nil":with { time = "passed - seconds(10)" }
  local force = line:source("scada"):filter("点位 == '" .. station .. ".轧制力' and 质量 == 192 and 数值 > 2000")
    :rename { ["时间"] = "time", ["数值"] = "force" }:with { rose = "time" }:select { "time", "rose", "force" }
  local both = passes:join_asof(force, { on = "time", within = "20 s", direction = "forward" })
  return both:filter "rose ~= nil":with { lag = "rose - passed" }
end

local before = { R1 = lag(raw, "R1"), R2 = lag(raw, "R2"), R3 = lag(raw, "R3") }
for station, found in pairs(before) do
  print(station, found:group_by({}, { pieces = "count()", median = "median(lag)" }))
end

-- %%
print(plot.histogram(before.R2, "lag"):titled "R2: force rises after the MES time, s · 轧制力上升相对 MES 时间（秒）")

-- %% [markdown]
-- R2 is late by about two and a half seconds beside its neighbours. The plant file corrects that in one place, and
-- every later look at the history is right.
--
-- R2 比相邻机架晚约 2.5 秒。在产线文件中改正一次，之后对历史库的每次读取都是正确的。

-- %%
local after = lag(file, "R2")
print(after:group_by({}, { pieces = "count()", median = "median(lag)" }))

-- %% [markdown]
-- ## What a wrong clock does to a model's data
-- The force bound to each piece, with the skewed clock and with the right one.
--
-- ## 时钟错误对数据的影响
-- 分别用偏差时钟和正确时钟取到的轧制力。

-- %%
local wrong = plant.open(raw):units():select { "serial", "force" }:rename { force = "force_skewed" }:dedupe { "serial" }
local right = plant.open(file):units():dedupe { "serial" }:join(wrong, { on = "serial" })
print(right:group_by({}, { pieces = "count()", right = "mean(force)", skewed = "mean(force_skewed)", least = "min(force)", least_skewed = "min(force_skewed)" }))
print(plot.scatter(right, "force", "force_skewed"))
