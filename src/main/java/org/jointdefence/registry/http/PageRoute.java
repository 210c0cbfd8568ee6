package org.jointdefence.registry.http;

import io.netty.buffer.Unpooled;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jointdefence.registry.budget.AnswerBudget;
import org.jointdefence.registry.budget.Overload;
import org.jointdefence.registry.budget.Party;
import org.jointdefence.registry.budget.RequestBudgets;
import org.jointdefence.registry.http.response.PageHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Serves the page: its headers, and the same file for each of its addresses, which it tells apart in the browser.
 *
 * <p>The build makes the files of {@code src/main/web}.
 */
@ApplicationScoped
class PageRoute {

    private static final String INDEX = "/index.html";
    private static final String FILES = "/(index\\.html|static/.*)?";
    private static final String ADDRESSES = "/(en|lt|uk)(/.*)?";

    /** A file whose name changes with its content. */
    private static final Pattern HASHED = Pattern.compile("/static/bundle/[a-z]+-[A-Z0-9]{8}\\.(?:js|css)");

    /** Before the files. */
    private static final int ORDER = -100;

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types lit-html";

    private final PageConfig config;
    private final RequestBudgets budgets;

    /** The few files of the package, once they have been asked for. */
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    PageRoute(PageConfig config, RequestBudgets budgets) {
        this.config = config;
        this.budgets = budgets;
    }

    void mount(@Observes Router router) {
        router.routeWithRegex(FILES).order(ORDER).handler(this::file);
        router.routeWithRegex(ADDRESSES).order(ORDER).handler(this::address);
        // The files' handler takes GET only, at every path; without this, other methods would get 405 where there is
        // nothing.
        router.route().last().handler(RoutingContext::next);
    }

    private void file(RoutingContext routing) {
        if (!config.enabled()) {
            routing.fail(404);
            return;
        }
        String path = routing.normalizedPath();
        routing.addHeadersEndHandler(end -> setHeaders(routing.response(), path));
        HttpMethod method = routing.request().method();
        byte[] packaged = packaged(path.equals("/") ? INDEX : path);
        if (packaged == null || !(method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))) {
            routing.next();
        } else {
            send(routing, path, packaged);
        }
    }

    @SuppressWarnings("deprecation") // The only way to send a buffer without a copy.
    private void send(RoutingContext routing, String path, byte[] file) {
        HttpServerResponse response = routing.response();
        AnswerBudget budget =
                budgets.answer(Party.address(routing.request().remoteAddress().hostAddress()));
        try {
            budget.keep(file.length);
        } catch (Overload full) {
            response.setStatusCode(503).putHeader(HttpHeaders.RETRY_AFTER, "2").end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, typeOf(path));
        Sending.limit(
                routing,
                budgets,
                budget,
                routing.request().method().equals(HttpMethod.HEAD)
                        ? response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(file.length))
                                .end()
                        : response.end(Buffer.buffer(Unpooled.wrappedBuffer(file))));
    }

    private static String typeOf(String path) {
        String type = path.endsWith(".js") ? "javascript" : path.endsWith(".css") ? "css" : "html";
        return "text/" + type + ";charset=UTF-8";
    }

    /** A file as the package has it, without Vert.x extracting it to a disk; null in development, where Quarkus has it. */
    private byte @Nullable [] packaged(String path) {
        return path.equals(INDEX) || HASHED.matcher(path).matches()
                ? files.computeIfAbsent(path, PageRoute::read)
                : null;
    }

    private static byte @Nullable [] read(String path) {
        try (InputStream file =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/resources" + path)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What is sent last, because the handler of files has its own idea of caching. */
    private static void setHeaders(HttpServerResponse response, String path) {
        PageHeaders.put(response, POLICY);
        MultiMap headers = response.headers();
        if (response.getStatusCode() == 200 && HASHED.matcher(path).matches()) {
            headers.set(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
        } else {
            // Its time is that of a build, which a later build may share: no validator, rather than a wrong one.
            headers.set(HttpHeaders.CACHE_CONTROL, "no-cache").remove(HttpHeaders.LAST_MODIFIED);
        }
    }

    private void address(RoutingContext routing) {
        HttpMethod method = routing.request().method();
        if (config.enabled() && (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))) {
            routing.reroute("/");
        } else {
            routing.next();
        }
    }
}
