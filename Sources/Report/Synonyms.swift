/// Words that mean the same to a technician, in other tools' words and in Chinese: for "did you mean" and for the
/// search in help.
public enum Synonyms {
  /// Words of the same meaning as this one, itself left out.
  public static func of(_ word: String) -> Set<String> {
    let folded = Spelling.folded(word)
    return (byWord[folded] ?? []).reduce(into: Set<String>()) { $0.formUnion(groups[$1]) }.subtracting([
      folded
    ])
  }

  /// Whether two words mean the same.
  static func share(_ one: String, _ other: String) -> Bool {
    guard let left = byWord[one], let right = byWord[other] else { return false }
    return !left.isDisjoint(with: right)
  }

  private static let byWord: [String: Set<Int>] = {
    var found: [String: Set<Int>] = [:]
    for (k, group) in groups.enumerated() { for word in group { found[word, default: []].insert(k) } }
    return found
  }()

  private static let groups: [[String]] = lines.split(separator: "\n").map { line in
    line.split(separator: " ").map { Spelling.folded(String($0)) }
  }

  private static let lines = """
    read load open import 读取 读 载入 加载 打开 导入
    save write export store to_csv 保存 写入 导出 存
    csv excel xlsx xls tsv read_csv readcsv read_excel 表格文件 逗号
    jsonl json ndjson
    sqlite sql database db query 数据库 查询
    filter where query subset keep 筛选 过滤
    sort order order_by arrange sort_by sort_values 排序
    head top first limit 前几行 开头
    tail bottom last 末尾 最后几行
    slice rows iloc 切片 取行
    describe summary summarize info stats statistics 统计 概要 汇总
    dedupe distinct drop_duplicates unique 去重 重复
    group_by groupby aggregate agg 分组 汇总
    value_counts count counts 计数 频数
    join merge left_join inner_join 连接 合并 关联
    join_asof merge_asof asof 时间对齐 对齐
    concat append union bind rbind vstack 拼接 合并
    rename relabel 重命名 改名
    fill fillna impute replace 填充 补值 补缺
    filter drop dropna drop_na 缺失
    with mutate assign add_column add compute 新增列 计算列 加列
    select columns cols 选列 选择
    drop remove delete 删除 去掉
    sample shuffle random 抽样 随机
    resample downsample 重采样
    convert unit units 单位 换算 转换
    pivot spread wide 透视
    mean avg average 均值 平均 平均值
    std stdev stddev sd sigma 标准差
    var variance 方差
    max maximum greatest 最大 最大值
    min minimum smallest least 最小 最小值
    sum total 求和 合计 总和
    median middle 中位数
    quantile percentile 分位数
    round floor int integer 取整
    abs absolute fabs 绝对值
    sqrt squrt root 平方根
    fit train learn 训练 拟合
    predict infer inference 预测 推理
    evaluate score test 评估 评价
    epochs epoch iterations num_epochs n_epochs 轮数 轮次
    lr learning_rate rate eta step_size 学习率
    batch batch_size minibatch 批 批大小
    optimizer optim optimiser solver 优化器
    loss criterion 损失
    target label y output 目标
    features inputs x 特征
    histogram hist 直方图 分布
    scatter points 散点 散点图
    line plot curve trend 折线 曲线 趋势
    box boxplot box_plot 箱线图
    bar barplot barh 条形图 柱状图
    heatmap imshow 热力图
    confusion confusion_matrix 混淆矩阵
    control_chart spc shewhart controlchart 控制图
    image picture photo 图像 图片 照片
    table dataframe df 表 数据表
    column field col 列
    tensor array ndarray matrix vector 张量 数组 矩阵
    shape size dims 形状 大小
    normal randn gaussian 正态
    uniform rand 均匀
    identity eye 单位矩阵
    arange range 序列
    reshape view 变形
    transpose t 转置
    matmul mm dot 矩阵乘法
    separator sep delimiter delim 分隔符
    encoding charset 编码
    missing na_values nan 缺失 缺失值
    names columns header 列名
    zone timezone tz 时区
    on key keys 键
    by group hue color groupby 分组
    how kind method 方式
    descending desc ascending 降序 升序
    text string str varchar 文本 字符串
    int integer 整数
    float number double real 数值 小数
    bool boolean 布尔
    time datetime timestamp date 时间 日期
    insert append push add 插入 添加
    kernel kernel_size 卷积核
    dropout drop_prob p
    classes num_classes 类别
    hidden layers 隐藏层
    zh cn chinese 中文
    en english 英文 英语
    degc c celsius 摄氏度
    degf f fahrenheit 华氏度
    pipeline stages flow 流程 管道
    expect check contract validate 检查 校验 合同
    quarantine rejected 隔离
    split divide partition 划分 拆分
    report html 报告
    language lang 语言
    seed random_state 种子
    help manual 帮助
    print show display 显示 打印
    anomaly outlier 异常 离群
    network net model 网络 模型
    layer 层
    conv conv2d convolution 卷积
    pool maxpool2d pooling 池化
    gradient grad 梯度
    parameter weight 参数 权重
    nearest closest 最近
    script param argument 脚本 参数
    simulated demo 模拟 演示
    """
}
