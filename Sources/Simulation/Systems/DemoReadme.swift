internal import Report

/// What the folder is, for who finds it: simulated data, what each file holds, and the dirt in it.
struct DemoReadme {
  let summary: DemoPlant.Summary
  let shift: Shift
  let dirt: Dirt

  var text: String { english + "\n" + chinese }

  private var bad: Int { shift.units.count { !$0.isBookedGood } }

  private var english: String {
    """
    # Line 3, strip steel: SIMULATED data

    Nothing here comes from a real plant. `plantsh demo` made it up from seed \(summary.seed): one \(shift.hours)-hour shift,
    \(summary.units.grouped) pieces, \(bad.grouped) of them bad. The same seed writes the same bytes.

    | file | system | holds |
    |---|---|---|
    | `line3.plant.lua` | plant file | what each system calls things, and the units |
    | `mes.db` | MES (SQLite) | stations, work orders, coils, units, inspections; times in +08:00 |
    | `history/*.csv` | SCADA (GB18030) | \(summary.samples.grouped) samples of 18 tags; R1.温度 in degF, other temperatures in degC |
    | `lots.jsonl` | ERP | \(summary.lots) lots; calls a lot `batch_no`, a coil `coil_no` |
    | `gauge.csv` | thickness gauge | entry and exit thickness; head A in mm, head B in inch |
    | `cam1/*.png` | surface camera | \(summary.images.grouped) gray pictures, 96x96 |

    ## The dirt, on purpose
    - the clock of station R2 runs 2.5 s ahead in the history
    - serials in mixed case and with fewer or more zeros, in every system
    - \(dirt.bookedTwice.count) pieces booked twice, \(dirt.bookedAgainLater.count) booked again later, \
    \(dirt.measuredTwice.count) measured twice
    - \(dirt.withoutImage.count) pieces without a picture, \(dirt.cutImage.count) picture cut short
    - \(dirt.withoutCoil.count) pieces without a coil (so without a lot), \(dirt.withoutResult.count) without a result
    - \(dirt.withoutGauge.count) pieces without gauge, \(dirt.emptyGauge.count) with an empty exit thickness
    - samples: about 1 % bad (quality 0) or uncertain (64), 0.3 % empty, 0.4 % spikes, 0.1 % twice
    - about 0.8 % of the results are the inspector's mistake

    ## How the defects come about
    Scale grows on strip that is too hot, scratches come with speed, inclusions with the steel of a coil. A stain of
    cooling water, on strip that is too cold, looks like scale and is harmless: pictures alone cannot tell.

    """
  }

  private var chinese: String {
    """
    # 3 号带钢热轧线：模拟数据

    这里没有任何真实产线的数据，全部由 `plantsh demo` 用种子 \(summary.seed) 生成：一个 \(shift.hours) 小时班次，\
    \(summary.units.grouped) 件产品，其中 \(bad.grouped) 件不合格。相同的种子生成完全相同的文件。

    | 文件 | 系统 | 内容 |
    |---|---|---|
    | `line3.plant.lua` | 产线文件 | 各系统对同一事物的叫法，以及单位 |
    | `mes.db` | MES（SQLite） | 工位、工单、钢卷、产品、检验；时间为 +08:00 |
    | `history/*.csv` | SCADA（GB18030） | 18 个点位共 \(summary.samples.grouped) 条记录；R1.温度 为 degF，其余温度为 degC |
    | `lots.jsonl` | ERP | \(summary.lots) 个批次；批次叫 `batch_no`，钢卷叫 `coil_no` |
    | `gauge.csv` | 测厚仪 | 入口、出口厚度；A 头为毫米，B 头为英寸 |
    | `cam1/*.png` | 表面相机 | \(summary.images.grouped) 张 96x96 灰度图 |

    ## 有意加入的脏数据
    - 历史数据中 R2 工位的时钟快 2.5 秒
    - 各系统的序列号大小写混用，前导零多少不一
    - \(dirt.bookedTwice.count) 件重复报工，\(dirt.bookedAgainLater.count) 件稍后再次报工，\(dirt.measuredTwice.count) 件重复测量
    - \(dirt.withoutImage.count) 件没有图像，\(dirt.cutImage.count) 张图像被截断
    - \(dirt.withoutCoil.count) 件没有钢卷号（因此没有批次），\(dirt.withoutResult.count) 件没有检验结果
    - \(dirt.withoutGauge.count) 件没有测厚数据，\(dirt.emptyGauge.count) 件出口厚度为空
    - 采样：约 1 % 为坏值（质量码 0）或不确定（64），0.3 % 为空，0.4 % 为尖峰，0.1 % 重复
    - 约 0.8 % 的检验结果是误判

    ## 缺陷从何而来
    温度过高生成氧化皮，速度过快产生划痕，夹杂来自钢卷本身。温度过低时的冷却水渍看起来像氧化皮，但并无害处：
    只看图像无法区分。

    """
  }
}
