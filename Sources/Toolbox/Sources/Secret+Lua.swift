public import LuaBridge
public import PlantData
public import Report

extension Secret: LuaClass {
  public static var luaName: String { "secret" }
  public static var luaTitle: Text { Text(en: "secret", zh: "密钥") }
}

/// `secret "mes"`: a password by its name.
var secretItems: [any Item] {
  [
    ObjectType(
      Secret.self, Text(en: "a password by its name, never shown", zh: "按名称引用的密码，从不显示"),
      given: #"s = secret "mes""#),
    Function(
      "secret",
      Text(
        en: "a password by its name, kept in $PLANTSH_SECRET_… or ~/.config/plantsh/secrets",
        zh: "按名称引用密码，保存在 $PLANTSH_SECRET_… 或 ~/.config/plantsh/secrets 中"),
      .required("name", String.self, Text(en: "the name, such as \"mes\"", zh: "名称，如 \"mes\"")),
      returns: Text(en: "the secret; looked up when it is used", zh: "密钥；用到时才查找"),
      example: #"return secret "mes""#
    ) { name in try Secret(name) },
  ]
}
