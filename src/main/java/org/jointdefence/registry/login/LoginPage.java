package org.jointdefence.registry.login;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.net.URLEncoder;
import java.util.Optional;
import org.jointdefence.registry.http.response.PageHeaders;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The few pages that the service writes itself, in the language of the page to come back to. After a login or logout they lead
 * on by themselves: a redirect would belong to the navigation that began at the identity provider, for which browsers keep back
 * cookies of the site.
 */
final class LoginPage {

    private static final Translation CONTINUE = new Translation("Continue", "Tęsti", "Продовжити");
    private static final Translation AGAIN = new Translation("Log in again", "Prisijungti iš naujo", "Увійти ще раз");
    private static final Translation BACK =
            new Translation("Back to the page", "Grįžti į puslapį", "Назад до сторінки");

    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private LoginPage() {}

    /** Sends a message that leads on at once. */
    static void leadOn(HttpServerResponse response, LoginMessage message, String language, String address) {
        String link = escape(address);
        send(
                response,
                message,
                language,
                "<meta http-equiv=\"refresh\" content=\"0;url=" + link + "\">",
                link(link, CONTINUE.in(language)));
    }

    /** Sends a message and what can be done about it. */
    static void stop(HttpServerResponse response, LoginMessage message, String returnPath) {
        String language = language(returnPath);
        String again = "/login?return=" + URLEncoder.encode(returnPath, UTF_8);
        send(
                response,
                message,
                language,
                "",
                link(again, AGAIN.in(language)) + link(escape(returnPath), BACK.in(language)));
    }

    /** The language of the page's paths. */
    static String language(String returnPath) {
        return Optional.of(returnPath)
                .filter(path -> path.length() >= 3)
                .map(path -> path.substring(1, 3))
                .filter(language -> language.equals("lt") || language.equals("uk"))
                .orElse("en");
    }

    private static void send(
            HttpServerResponse response, LoginMessage message, String language, String head, String links) {
        String text = message.text().in(language);
        secure(response)
                .setStatusCode(message.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .end("""
                        <!doctype html>
                        <html lang="%1$s"><head><meta charset="utf-8">%2$s
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta name="color-scheme" content="light dark"><title>%3$s</title></head>
                        <body><main><h1>%3$s</h1>%4$s</main></body></html>
                        """.formatted(language, head, text, links));
    }

    /** Puts the headers of every response to a login or logout. */
    static HttpServerResponse secure(HttpServerResponse response) {
        PageHeaders.put(response, POLICY);
        return response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static String link(String address, String text) {
        return "<p><a href=\"" + address + "\">" + text + "</a></p>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
