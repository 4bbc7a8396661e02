-- What Scripts/start suggests to type on the simulated plant.
print(lang() == "zh" and [[
这是一条模拟带钢产线。可以依次输入：
  line = plant.open "line3.plant.lua"
  units = line:units()
  plot.histogram(units, "temperature")
  ? pipeline]] or [[
A simulated strip-steel line. Try:
  line = plant.open "line3.plant.lua"
  units = line:units()
  plot.histogram(units, "temperature")
  ? pipeline]])
