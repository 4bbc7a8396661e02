-- Is the tool of a CNC mill worn? Eighteen milling experiments, one CSV each, no time column.
--
--   plantsh Scripts/mill-wear.lua DIR [folds=6] [epochs=25]
--
-- DIR holds experiment_01.csv .. experiment_18.csv (University of Michigan, SMART lab, 2018).
-- Rows of one experiment look alike. Split at random, rows of one run stand on both sides and the score is far
-- too good; the honest question is a run that was never seen. Both are printed, the honest one last.
local dir = arg[1] or usage { en = "mill-wear.lua DIR, the folder of experiment_01.csv and following", zh = "mill-wear.lua 文件夹（experiment_01.csv 等文件所在的文件夹）" }
local folds = param { "folds", default = 6, range = { 1, 18 }, help = { en = "splits to average over", zh = "取平均的划分次数" } }
local epochs = param { "epochs", default = 25, range = { 1, 100 }, help = { en = "passes over the rows", zh = "训练轮数" } }

local rows = data.csv { dir .. "/experiment_*.csv", file_column = "experiment" }
print(rows)

-- Every signal of the four drives and of the program; the step of the program is a name and stays out.
local signals = {}
for _, name in ipairs(rows.columns) do
  if name:match "^[XYZSM]1_" then signals[#signals + 1] = name end
end

local function accuracy(by)
  local sum = 0
  for seed = 1, folds do
    local parts = pipeline "mill" :split { train = .7, test = .3, by = by, seed = seed } (rows)
    local net = models.mlp { hidden = { 128, 64 } }
    net:fit(parts.train, { target = "tool_condition", features = signals, epochs = epochs, batch = 128, lr = 1e-2, weight_decay = .01, seed = seed })
    local result = net:evaluate(parts.test)
    if seed == folds then print(result) end
    sum = sum + result.accuracy
  end
  return sum / folds
end

local leaking = accuracy(nil)
local honest = accuracy "experiment"
print(("split by rows (leaks):    accuracy %.3f"):format(leaking))
print(("split by experiment:      accuracy %.3f"):format(honest))
print(("accuracy %.3f"):format(honest))
