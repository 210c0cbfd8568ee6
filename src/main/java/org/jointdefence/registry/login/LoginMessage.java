package org.jointdefence.registry.login;

/** What a login or logout tells the user, in English, Lithuanian and Ukrainian. */
enum LoginMessage {
    LOGGED_IN(200, "You are logged in.", "Jūs prisijungėte.", "Ви увійшли."),
    LOGGED_OUT(200, "You are logged out.", "Jūs atsijungėte.", "Ви вийшли."),
    MALFORMED(400, "This link is not valid.", "Ši nuoroda netinkama.", "Це посилання недійсне."),
    EXPIRED(
            400,
            "The login took too long, or another one was begun meanwhile. Log in again.",
            "Prisijungimas truko per ilgai arba tuo metu buvo pradėtas kitas. Prisijunkite iš naujo.",
            "Вхід тривав надто довго, або тим часом розпочато інший. Увійдіть ще раз."),
    REFUSED(
            403,
            "The identity provider did not confirm who you are.",
            "Tapatybės teikėjas nepatvirtino jūsų tapatybės.",
            "Постачальник ідентифікації не підтвердив вашу особу."),
    NOT_ACCEPTED(
            403,
            "The registry does not accept the identity provider's token. Tell the registry's operator.",
            "Registras nepriima tapatybės teikėjo išduoto rakto. Praneškite registro administratoriui.",
            "Реєстр не приймає токен постачальника ідентифікації. Повідомте адміністратора реєстру."),
    FOREIGN(
            403,
            "Only the registry's own page can do this.",
            "Tai galima padaryti tik registro puslapyje.",
            "Це можна зробити лише на сторінці реєстру."),
    PROVIDER_AWAY(
            503,
            "The identity provider does not respond. Try again in a moment; the public record is available without a login.",
            "Tapatybės teikėjas neatsako. Netrukus bandykite dar kartą; vieši duomenys prieinami neprisijungus.",
            "Постачальник ідентифікації не відповідає. Спробуйте трохи згодом; публічні дані доступні без входу."),
    FULL(
            503,
            "The registry cannot log in anyone else at the moment. Try again later.",
            "Registras šiuo metu daugiau nieko prijungti negali. Bandykite vėliau.",
            "Реєстр зараз не може виконати вхід. Спробуйте пізніше.");

    private final int status;
    private final String english;
    private final String lithuanian;
    private final String ukrainian;

    LoginMessage(int status, String english, String lithuanian, String ukrainian) {
        this.status = status;
        this.english = english;
        this.lithuanian = lithuanian;
        this.ukrainian = ukrainian;
    }

    /** The status code of the response. */
    int status() {
        return status;
    }

    Translation text() {
        return new Translation(english, lithuanian, ukrainian);
    }
}
