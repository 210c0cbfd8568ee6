// The PostgreSQL of all servers: by default the one embedded in the tests, with a data directory that later runs reuse.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { registryEnvironment } from "./servers.mjs";

const resources = join(import.meta.dirname, "../main/resources/db");

export class Postgres {
  constructor({ binaries, work, port }) {
    Object.assign(this, { binaries, port, data: join(work, "data") });
    this.log = join(this.data, "log");
  }

  start() {
    if (!existsSync(this.data)) {
      this.run("initdb", "-D", this.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync",
        "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
    }
    // The memory of a small server. All other settings that matter to reads have PostgreSQL's defaults.
    const settings = { port: this.port, listen_addresses: "127.0.0.1", unix_socket_directories: "", max_connections: 200,
      shared_buffers: "1GB", max_wal_size: "8GB", autovacuum: "off" };
    const options = Object.entries(settings).map(([key, value]) => `-c ${key}=${value}`).join(" ");
    this.run("pg_ctl", "start", "-w", "-s", "-D", this.data, "-l", this.log, "-o", options);
    this.pid = Number(readFileSync(join(this.data, "postmaster.pid"), "utf8").split("\n")[0]);
  }

  stop() {
    this.run("pg_ctl", "stop", "-w", "-s", "-m", "fast", "-D", this.data);
  }

  /** Runs a program of PostgreSQL, which refuses to run as root: in a user namespace, root has another user id. */
  run(program, ...options) {
    const path = join(this.binaries, "bin", program);
    const [command, before] = process.getuid() === 0 ? ["unshare", ["-U", path]] : [path, []];
    execFileSync(command, [...before, ...options], { stdio: ["ignore", "ignore", "inherit"] });
  }

  async query(database, text, values) {
    const client = new pg.Client({ host: "127.0.0.1", port: this.port, user: "postgres", database });
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  /**
   * A database with so many firms, migrated by this registry. Its data are made once; whatever migrations come later are
   * run over them, as an operator does.
   */
  async database(firms, registry, purpose = "") {
    const data = readFileSync(join(import.meta.dirname, "data.sql"), "utf8");
    const name = `firms_${firms}_${createHash("sha256").update(data).digest("hex").slice(0, 8)}${purpose}`;
    if ((await this.query("postgres", "SELECT FROM pg_database WHERE datname = $1", [name])).length > 0) {
      const before = await this.version(name);
      this.migrate(name, registry);
      if (await this.version(name) !== before) {
        // Autovacuum is off.
        await this.query(name, "VACUUM (FREEZE, ANALYZE)");
      }
      return name;
    }
    const unfinished = `${name}_unfinished`;
    console.error(`making a database of ${firms} firms; one that is made is kept`);
    await this.query("postgres", `DROP DATABASE IF EXISTS ${unfinished}`);
    await this.query("postgres", `CREATE DATABASE ${unfinished}`);
    await this.query(unfinished, readFileSync(join(resources, "bootstrap/roles.sql"), "utf8"));
    this.migrate(unfinished, registry);
    // While data are loaded, durability does not matter. During the measurement it does: the log waits for the disk.
    await this.flushing("off");
    await this.query(unfinished, `SET bench.firms = ${firms}; ${data}`);
    await this.query(unfinished, "VACUUM (FREEZE, ANALYZE)");
    await this.flushing("on");
    await this.query(unfinished, "CHECKPOINT");
    await this.query("postgres", `ALTER DATABASE ${unfinished} RENAME TO ${name}`);
    return name;
  }

  /** Waits until no statement is running, so that leftover work of one server is not attributed to the next. */
  async idle() {
    const running = "SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND state <> 'idle' AND pid <> pg_backend_pid()";
    while ((await this.query("postgres", running)).length > 0) {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  async flushing(value) {
    await this.query("postgres", `ALTER SYSTEM SET fsync = ${value}`);
    await this.query("postgres", "SELECT pg_reload_conf()");
  }

  async version(database) {
    return (await this.query(database, "SELECT max(installed_rank) AS rank FROM migration.flyway_schema_history"))[0].rank;
  }

  migrate(database, registry) {
    try {
      execFileSync(registry.command[0], registry.command.slice(1), {
        env: { ...registryEnvironment(this.port, database, 0), QUARKUS_PROFILE: "migrate",
          QUARKUS_FLYWAY_USERNAME: "registry_migrator", QUARKUS_FLYWAY_PASSWORD: "registry",
          QUARKUS_FLYWAY_DEFAULT_SCHEMA: "migration" },
        stdio: ["ignore", 2, 2],
      });
    } catch (cause) {
      throw new Error(`database ${database} could not be migrated; one that has migrations which this registry lacks, or that were edited since, must be dropped`, { cause });
    }
  }

  /** Runs an action, and returns the statements from PostgreSQL's log during it, in order and with their parameters. */
  async statementsDuring(action) {
    const from = existsSync(this.log) ? readFileSync(this.log).length : 0;
    await action();
    const file = openSync(this.log, "r");
    const added = Buffer.alloc(fstatSync(file).size - from);
    readSync(file, added, 0, added.length, from);
    closeSync(file);
    const statements = [];
    for (const line of added.toString().split("\n")) {
      const executed = line.match(/LOG: {2}execute [^:]*: (.*)$/);
      const parameters = line.match(/DETAIL: {2}Parameters: (.*)$/);
      if (executed) {
        statements.push({ text: executed[1].trim(), values: [] });
      } else if (parameters) {
        statements.at(-1).values = [...parameters[1].matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map(([, value]) => value);
      }
    }
    return statements;
  }
}
