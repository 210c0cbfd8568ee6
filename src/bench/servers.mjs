// The measured servers, each a separate process, with their CPU time and memory from /proc.
import { execFileSync, spawn } from "node:child_process";
import { createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";

const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
const seal = randomBytes(32).toString("hex");
const node = process.execPath;
const bench = import.meta.dirname;

/** The production profile, without an OIDC server and TLS. */
export function registryEnvironment(postgresPort, database, port) {
  return {
    ...process.env,
    QUARKUS_PROFILE: "prod",
    QUARKUS_DATASOURCE_JDBC_URL: `jdbc:postgresql://127.0.0.1:${postgresPort}/${database}?sslmode=disable`,
    QUARKUS_DATASOURCE_PASSWORD: "registry",
    QUARKUS_OIDC_PUBLIC_KEY: keys.publicKey.export({ type: "spki", format: "der" }).toString("base64"),
    QUARKUS_OIDC_RESOURCE_METADATA_ENABLED: "false",
    QUARKUS_HTTP_HOST: "127.0.0.1",
    QUARKUS_HTTP_PORT: String(port),
    QUARKUS_MANAGEMENT_HOST: "127.0.0.1",
    QUARKUS_MANAGEMENT_PORT: String(port === 0 ? 0 : port + 100),
    REGISTRY_CLEARANCE_COMPARTMENTS: "AMBER,BASALT",
    // Enough for the estimate of the nested question: twenty facilities per firm and twenty systems per facility.
    REGISTRY_LIMITS_ANSWER_SIZE: "4M",
    // The same key for all instances, so that each accepts the cursors of the others.
    REGISTRY_SEALS_KEYS: seal,
  };
}

/** A token that the registry accepts, for the caller with the highest clearance. */
export function token() {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const groups = ["clearance:top-secret", "nation:LT", "compartment:AMBER", "compartment:BASALT"];
  const signed = `${part({ alg: "RS256", typ: "JWT" })}.${part({
    iss: "https://issuer.example", sub: "bench", aud: "partnership-registry", iat: now, exp: now + 86400, groups })}`;
  return `${signed}.${createSign("sha256").update(signed).sign(keys.privateKey, "base64url")}`;
}

/**
 * All servers for a database, not yet started; they use `port` and the ports after it.
 *
 * @param baseline an earlier registry with its own `command` and `database`, if one is to be measured
 */
export function servers({ postgres, database, registry, baseline, native, classPath, statements, work, port, readable }) {
  const url = `postgres://registry_app:registry@127.0.0.1:${postgres.port}/${database}`;
  const peer = { ...process.env, NODE_ENV: "production", GRAPHILE_ENV: "production", BENCH_DATABASE: url,
    BENCH_READABLE: readable ?? "" };
  const list = [
    new Server("registry", "registry", registry.command, registryEnvironment(postgres.port, database, port), port),
    native && new Server("registry, native", "registry", [native], registryEnvironment(postgres.port, database, port + 1), port + 1),
    baseline && new Server("registry, before", "registry", baseline.command,
      registryEnvironment(postgres.port, baseline.database, port + 5), port + 5),
    new Server("PostGraphile", "postgraphile", [node, join(bench, "node_modules/postgraphile/dist/cli-run.js"), "-C",
      join(bench, "peers/postgraphile.config.mjs")], { ...peer, BENCH_PORT: String(port + 2) }, port + 2),
    new Server("Mercurius", "mercurius", [node, join(bench, "peers/mercurius.mjs")], { ...peer, BENCH_PORT: String(port + 3) }, port + 3),
    !readable && new Server("floor", "floor", [registry.command[0], ...registry.heap, "-cp", classPath, "Floor", String(port + 6),
      String(postgres.port), database, statements], process.env, port + 6, ["record", "page", "deep"]),
    !readable && new Server("limit", "limit", [registry.command[0], ...registry.heap, "-cp", classPath, "Limit", String(port + 4),
      `jdbc:postgresql://127.0.0.1:${postgres.port}/${database}?sslmode=disable`, statements], process.env, port + 4),
  ].filter(Boolean);
  list.forEach((server) => (server.log = join(work, `${server.kind}-${server.port}.log`)));
  return list;
}

export class Server {
  /** @param questions the names of the questions that it supports; all if undefined */
  constructor(name, kind, command, environment, port, questions) {
    Object.assign(this, { name, kind, command, environment, port, questions });
  }

  answers(question) {
    return this.questions?.includes(question) ?? true;
  }

  async start() {
    if (await fetch(this.url("page"), { method: "POST" }).then(() => true, () => false)) {
      throw new Error(`${this.name} cannot start: something answers on port ${this.port} already`);
    }
    const log = openSync(this.log, "w");
    this.process = spawn(this.command[0], this.command.slice(1), { env: this.environment, stdio: ["ignore", log, log] });
    for (let attempt = 0; attempt < 240; attempt++) {
      if (this.process.exitCode !== null) {
        break;
      }
      if (await fetch(this.url("page"), { method: "POST" }).then(() => true, () => false)) {
        return this;
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error(`${this.name} did not start; see ${this.log}`);
  }

  async stop() {
    if (this.process?.exitCode === null) {
      const ended = new Promise((resolve) => this.process.once("exit", resolve));
      this.process.kill();
      await ended;
    }
  }

  /** The limit and the floor have no GraphQL, but a path for each question. */
  get speaksGraphQL() {
    return !["limit", "floor"].includes(this.kind);
  }

  url(question) {
    return `http://127.0.0.1:${this.port}/${this.speaksGraphQL ? "graphql" : question}`;
  }

  /** CPU time so far, in seconds. */
  processorTime() {
    return processorTime(this.process.pid);
  }

  /** Current resident memory, in megabytes. */
  resident() {
    return Number(readFileSync(`/proc/${this.process.pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]) / 1024;
  }
}

const ticks = Number(execFileSync("getconf", ["CLK_TCK"]));

/** Fields 14 to 17 of /proc/<pid>/stat, proc(5), in seconds: user and system time, of the process and of its ended children. */
function times(pid) {
  return readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /, "").split(" ").slice(11, 15).map((field) => field / ticks);
}

function processorTime(pid) {
  const [user, system] = times(pid);
  return user + system;
}

/** CPU time so far of all PostgreSQL processes, in seconds, including those that have ended. */
export function postgresProcessorTime(postmaster) {
  for (;;) {
    const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, "utf8").trim().split(" ");
    try {
      return times(postmaster).concat(children.map(processorTime)).reduce((sum, time) => sum + time, 0);
    } catch (gone) {
      // A process has ended meanwhile, so its time is now included in the postmaster's.
      if (gone.code !== "ENOENT") {
        throw gone;
      }
    }
  }
}
