import Foundation

extension DatabaseServer {
  /// The password of the user `reader`; its signs are those that connection texts are made of.
  static let password = "se;cr}e t=1"

  /// PostgreSQL with the database `plant`, filled by `sql`.
  static func postgres(_ sql: String) throws -> DatabaseServer {
    let programs = "/usr/lib/postgresql/15/bin/"
    let user = "postgres"
    return try DatabaseServer { server in
      let data = server.folder + "/data"
      chmod(server.folder, 0o777)
      try run(
        call(
          [
            programs + "initdb", "-D", data, "-A", "trust", "-U", "admin", "-N", "-E", "UTF8", "--locale",
            "C.UTF-8",
          ],
          as: user))
      // In single-user mode each line is a statement; with -j, what ends with a semicolon and an empty line.
      let single = call([programs + "postgres", "--single", "-D", data], as: user)
      try run(
        single + ["postgres"],
        input: "create role reader login password '\(password)'\ncreate database plant\n")
      try run(
        single + ["-j", "plant"],
        input: sql + ";\n\ngrant select on all tables in schema public to reader;\n\n")
      let rules = "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n"
      try run(call(["/bin/sh", "-c", "cat > \(data)/pg_hba.conf"], as: user), input: rules)
      return call(
        [
          programs + "postgres", "-D", data, "-p", "\(server.port)", "-k", server.folder, "-c",
          "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "timezone=Asia/Shanghai",
        ], as: user)
    }
  }

  /// MariaDB with the database `plant` in GBK, filled by `sql`.
  static func mariadb(_ sql: String) throws -> DatabaseServer {
    try DatabaseServer { server in
      let data = server.folder + "/data"
      let user = geteuid() == 0 ? ["--user=root"] : []
      try run(
        ["/usr/bin/mariadb-install-db", "--no-defaults", "--datadir=\(data)", "--skip-test-db"] + user
          + ["--auth-root-authentication-method=normal", "--skip-name-resolve"])
      let start = """
        SET NAMES utf8mb4;
        CREATE DATABASE plant CHARACTER SET gbk;
        CREATE USER reader@'127.0.0.1' IDENTIFIED BY '\(password)';
        GRANT SELECT ON plant.* TO reader@'127.0.0.1';
        USE plant;
        """
      let file = server.folder + "/start.sql"
      try Data((start + "\n" + sql + "\n").utf8).write(to: URL(fileURLWithPath: file))
      return call(
        [
          "/usr/sbin/mariadbd", "--no-defaults", "--datadir=\(data)", "--socket=\(data)/s",
          "--init-file=\(file)",
          "--port=\(server.port)", "--bind-address=127.0.0.1", "--skip-name-resolve",
          "--innodb-buffer-pool-size=16M", "--innodb-flush-method=nosync",
        ] + user, as: nil)
    }
  }
}
