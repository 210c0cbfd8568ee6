import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Measures the upper bound of this machine for questions with one statement: an event loop sends the registry's statement
 * over pipelined connections, and hand-written code converts its rows to JSON. There is no GraphQL, no thread is blocked,
 * and no work moves between threads.
 *
 * <p>It implements the part of PostgreSQL's protocol 3.0 that one prepared statement needs, without authentication, and
 * serves {@code /record}, {@code /page} and {@code /deep}. Arguments: port, PostgreSQL's port, database, and the directory
 * with the statements, as for {@link Limit}.
 */
public final class Floor extends AbstractVerticle {
    private static final int LOOPS = 2;
    private static final int CONNECTIONS_OF_LOOP = 4;
    private static final int SHOWN = 20;
    private static final Map<String, String[]> FIELDS =
            Map.of("record", Limit.RECORD_FIRM, "page", Limit.PAGE_FIRM, "deep", Limit.PAGE_FIRM);
    private static final List<String> QUESTIONS = List.copyOf(FIELDS.keySet());

    private final String[] arguments;
    private final List<Session> sessions = new ArrayList<>();
    private final Map<String, List<String>> files = new HashMap<>();
    private int next;

    private Floor(String[] arguments) {
        this.arguments = arguments;
    }

    public static void main(String[] arguments) {
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS))
                .deployVerticle(() -> new Floor(arguments), new DeploymentOptions().setInstances(LOOPS))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }

    @Override
    public void start(Promise<Void> started) {
        connect(started);
    }

    private void connect(Promise<Void> started) {
        if (sessions.size() == CONNECTIONS_OF_LOOP) {
            vertx.createHttpServer()
                    .requestHandler(request -> request.endHandler(end -> {
                        String question = request.path().substring(1);
                        if (FIELDS.containsKey(question)) {
                            sessions.get(next++ % CONNECTIONS_OF_LOOP).ask(question, request.response());
                        } else {
                            request.response().setStatusCode(404).end();
                        }
                    }))
                    .listen(Integer.parseInt(arguments[0]), "127.0.0.1")
                    .<Void>mapEmpty()
                    .onComplete(started);
            return;
        }
        vertx.createNetClient().connect(Integer.parseInt(arguments[1]), "127.0.0.1").onComplete(socket -> {
            if (socket.failed()) {
                started.fail(socket.cause());
            } else {
                sessions.add(new Session(socket.result(), () -> connect(started)));
            }
        });
    }

    /** A connection to PostgreSQL, which sends its responses in the order of the requests. */
    private final class Session {
        private record Asked(String question, HttpServerResponse response, StringBuilder json, int[] rows) {}

        private final NetSocket socket;
        private final Queue<Asked> asked = new ArrayDeque<>();
        private final Runnable ready;
        private Buffer received = Buffer.buffer();
        private boolean prepared;

        private Session(NetSocket socket, Runnable ready) {
            this.socket = socket;
            this.ready = ready;
            socket.handler(this::receive);
            Buffer startup = Buffer.buffer().appendInt(0).appendInt(3 << 16);
            for (String text : List.of("user", "registry_app", "database", arguments[2], "options", "-c jit=off", "")) {
                text(startup, text);
            }
            socket.write(startup.setInt(0, startup.length()));
        }

        private void prepare() {
            Buffer all = Buffer.buffer();
            for (String question : QUESTIONS) {
                Buffer parse = Buffer.buffer();
                text(parse, question);
                text(parse, numbered(lines(question + ".sql").get(0)));
                message(all, 'P', parse.appendShort((short) 0));
            }
            message(all, 'S', Buffer.buffer());
            socket.write(all);
        }

        private void ask(String question, HttpServerResponse response) {
            asked.add(new Asked(question, response, new StringBuilder(2048), new int[1]));
            Buffer bind = Buffer.buffer();
            text(bind, "");
            text(bind, question);
            List<String> values = lines(question + ".values");
            bind.appendShort((short) 0).appendShort((short) values.size());
            for (String value : values) {
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                bind.appendInt(bytes.length).appendBytes(bytes);
            }
            Buffer all = Buffer.buffer();
            message(all, 'B', bind.appendShort((short) 0));
            Buffer execute = Buffer.buffer();
            text(execute, "");
            message(all, 'E', execute.appendInt(0));
            message(all, 'S', Buffer.buffer());
            socket.write(all);
        }

        private void receive(Buffer more) {
            received = received.length() == 0 ? more : received.appendBuffer(more);
            int at = 0;
            while (received.length() - at >= 5 && received.length() - at > received.getInt(at + 1)) {
                handle((char) received.getByte(at), at + 5);
                at += 1 + received.getInt(at + 1);
            }
            received = received.getBuffer(at, received.length());
        }

        private void handle(char kind, int start) {
            switch (kind) {
                case 'D' -> row(asked.element(), start);
                case 'Z' -> {
                    Asked done = asked.poll();
                    if (done != null) {
                        answer(done);
                    } else if (prepared) {
                        ready.run();
                    } else {
                        prepared = true;
                        prepare();
                    }
                }
                case 'E' -> {
                    System.err.println(received);
                    System.exit(1);
                }
                default -> {}
            }
        }

        private void answer(Asked done) {
            boolean one = done.question().equals("record");
            done.response()
                    .putHeader("Content-Type", "application/json")
                    .end((one ? "{\"data\":{\"firm\":" : "{\"data\":{\"firms\":[") + done.json() + (one ? "}}" : "]}}"));
        }

        private void row(Asked question, int start) {
            if (question.rows()[0]++ == SHOWN) {
                return;
            }
            String[] fields = FIELDS.get(question.question());
            StringBuilder json = question.json();
            json.append(question.rows()[0] > 1 ? ",{" : "{");
            int at = start + 2;
            for (int i = 0; i < fields.length; i++) {
                int length = received.getInt(at);
                at += 4;
                json.append(i > 0 ? ",\"" : "\"").append(fields[i]).append("\":");
                int end = at + Math.max(length, 0);
                Limit.value(fields[i], length < 0 ? null : received.getString(at, end), json);
                at = end;
            }
            json.append('}');
        }
    }

    private List<String> lines(String name) {
        return files.computeIfAbsent(name, first -> {
            try {
                return Files.readAllLines(Path.of(arguments[3], name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String numbered(String sql) {
        StringBuilder numbered = new StringBuilder();
        int parameters = 0;
        for (char c : sql.toCharArray()) {
            numbered.append(c == '?' ? "$" + ++parameters : c);
        }
        return numbered.toString();
    }

    private static void text(Buffer buffer, String text) {
        buffer.appendString(text).appendByte((byte) 0);
    }

    private static void message(Buffer buffer, char kind, Buffer content) {
        buffer.appendByte((byte) kind).appendInt(content.length() + 4).appendBuffer(content);
    }
}
