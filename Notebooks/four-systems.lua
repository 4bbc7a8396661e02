-- %% [markdown]
-- # Four systems, one table
--
-- MES, SCADA history, ERP, thickness gauge and camera all know a piece of strip, and none agrees with the others on
-- its name, its units or its clock. The plant file says once what each system calls things; `line:units()` then
-- gives one row for each produced piece.
--
-- 四个系统，一张表：MES、SCADA 历史库、ERP、测厚仪和相机都记录同一件产品，但名称、单位、时钟各不相同。产线文件一次说明
-- 各系统的叫法，`line:units()` 随后给出每件产品一行的表。

-- %% tags=["parameters"]
local pieces = param { "pieces", default = 160, range = { 40, 1200 }, help = { en = "pieces of the simulated shift", zh = "模拟班次的产品件数" } }

-- %%
-- A simulated line with the dirt of a real one.
-- 模拟产线，带有真实产线常见的脏数据。
local line = plant.open(plant.demo("four-systems", { units = pieces, seed = 3 }))
print(line)

-- %% [markdown]
-- ## How each system sees it
-- The MES books pieces with serials in mixed case and with fewer or more zeros; the gauge has heads that measure in
-- millimetres and in inches.
--
-- ## 各系统眼中的产品
-- MES 的序列号大小写混用、前导零多少不一；测厚仪的两个测头分别使用毫米和英寸。

-- %%
print(line:source("mes", { table = "units" }):head(5))
print(line:source("gauge"):head(5))
print(line:source("erp"):head(3))

-- %%
print(line:source("scada"):group_by({ "点位" }, { samples = "count()", mean = "mean(数值)" }):sort "点位")

-- %% [markdown]
-- ## One row for each piece
-- The notes say what was found on the way: nothing is dropped in silence.
--
-- ## 每件产品一行
-- 备注列出处理过程中发现的问题：没有任何数据被悄悄丢弃。

-- %%
local units = line:units()
print(units)

-- %% [markdown]
-- ## A contract for the data
-- What may pass is written down once. What it refuses goes to quarantine with its reason.
--
-- ## 数据契约
-- 把允许的范围写下来；不符合的行连同原因进入隔离表。

-- %%
local clean = pipeline "line 3"
  :dedupe { "serial" }
  :expect { speed = "2 .. 20 m/s", temperature = "1400 .. 2100 degF", gauge = "not null", result = { "not null", "in OK, NG" } }
  :convert { temperature = "degC", gauge = "mm", entry_gauge = "mm" }
  :with { reduction = "(entry_gauge - gauge) / entry_gauge" }
  :split { train = .8, test = .2, by = "coil", seed = 7 }
local parts = clean(units)
print(clean:explain())
print(parts.quarantine)

-- %%
-- Scale grows on strip that is too hot.
-- 温度过高的带钢会生成氧化皮。
print(parts.train:group_by({ "result" }, { pieces = "count()", temperature = "mean(temperature)", reduction = "mean(reduction)" }))
print(plot.box(parts.train, "temperature", { by = "result" }))
