/// The plant file of the simulated line: what each system is, what it calls things, and the units.
enum PlantFileText {
  static let name = "line3.plant.lua"

  static let text = """
    -- Simulated data, written by `plantsh demo`: no real plant.   模拟数据，由 plantsh demo 生成，并非真实产线。
    -- Data, not code: it computes nothing and reaches nothing.
    return line {
      name = "line 3, strip steel (simulated)", site = "Xinyu", area = "hot mill", zone = "+08:00",
      mes    = sqlite { "mes.db" },
      scada  = csv {
        "history/*.csv", encoding = "gb18030",
        time = "时间", tag = "点位", value = "数值", quality = "质量",
        good = "192",            -- OPC quality: 192 good, 64 uncertain, 0 bad
        skew = "R2: -2.5 s",     -- the clock of station R2 runs 2.5 s ahead
      },
      erp    = jsonl { "lots.jsonl", coil = "coil_no" },       -- a lot belongs to a coil
      gauge  = csv { "gauge.csv", serial = "piece", unit_column = "unit" },
      camera = images { "cam1", serial = "{serial}_{n}.png" },
      unit {
        serial      = { mes.units.SN, match = { "upper", "strip zeros" } },
        coil        = mes.units.COIL,
        station     = mes.units.STATION,
        rolled_at   = mes.units.T_END,
        at_r1       = mes.units.T_R1,
        at_r2       = mes.units.T_R2,
        speed       = { scada["R1.速度"], unit = "m/s", at = "at_r1", within = "2 s" },
        temperature = { scada["R1.温度"], unit = "degF", at = "at_r1", within = "2 s" },
        force       = { scada["R2.轧制力"], unit = "kN", at = "at_r2", within = "2 s" },
        entry_gauge = { gauge.entry, unit = "mm" },
        gauge       = { gauge.exit, unit = "mm" },
        lot         = erp.batch_no,
        image       = camera.image,
        result      = { mes.units.RESULT, good = "OK" },
      },
    }

    """
}
