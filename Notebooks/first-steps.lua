-- %% [markdown]
-- # First steps
-- A percent script: cells begin with `-- %%`. Run it as it is: `plantsh Notebooks/first-steps.lua`.
-- 第一步：以 `-- %%` 分隔单元的脚本，可直接运行。

-- %%
-- The simulated strip-steel line, small.
local file = plant.demo("first-steps", { units = 120, seed = 3 })
local line = plant.open(file)
print(line)

-- %%
-- One row for each produced piece, all sources bound to it.
local units = line:units()
print(units)

-- %% [markdown]
-- What does the process look like, and how does it go with the result?

-- %%
print(units:group_by({ "result" }, { n = "count()", speed = "mean(speed)", temperature = "median(temperature)" }))
print(plot.histogram(units, "speed"))
