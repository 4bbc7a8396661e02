internal import LuaBridge
internal import Neural
internal import Report

/// `h.losses[1]`.
var historyLosses: Property {
  Property(
    of: History.self, "losses", Text(en: "the loss of each epoch", zh: "各轮的损失"), example: "h.losses[1]",
    given: trainingGiven + "\nh = net:fit(t, { target = \"kind\", epochs = 3, batch = 4 })"
  ) { $0.epochs.map(\.loss) }
}
