package vn.lienthong.hub.portal;

import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.portal.CitizenPages.Notice;

/**
 * The tracking page for citizens, {@code /tra-cuu}: a code and the last four digits of an id or phone show where a
 * dossier stands. A wrong code and a wrong number get the same page after the same time.
 */
@RestController
class CitizenPageEndpoint {

    private static final MediaType STYLE = MediaType.parseMediaType("text/css;charset=UTF-8");
    private static final int LONGEST_CODE = 100;
    private static final int IPV6_NETWORK_BYTES = 8;

    private final CitizenPages pages;
    private final OwnDossiers own;
    private final AskingLimits limits;
    private final CitizenPageSettings settings;
    private final CitizenAnswers answers;
    private final byte[] style;

    CitizenPageEndpoint(
            CitizenPages pages,
            OwnDossiers own,
            AskingLimits limits,
            CitizenPageSettings settings,
            CitizenAnswers answers)
            throws IOException {
        this.pages = pages;
        this.own = own;
        this.limits = limits;
        this.settings = settings;
        this.answers = answers;
        try (InputStream file = new ClassPathResource("pages/tra-cuu.css").getInputStream()) {
            this.style = file.readAllBytes();
        }
    }

    /** What a citizen typed. */
    private record Question(String code, String secret) {

        static Question of(MultiValueMap<String, String> form) {
            return new Question(
                    text(form.getFirst("code")), text(form.getFirst("secret")).replaceAll("\\s", ""));
        }

        boolean complete() {
            return !code.isEmpty() && code.length() <= LONGEST_CODE && secret.matches("[0-9]{4}");
        }

        private static String text(@Nullable String value) {
            return Objects.requireNonNullElse(value, "").strip();
        }
    }

    @GetMapping("/tra-cuu")
    Mono<ResponseEntity<byte[]>> form(@RequestParam(defaultValue = "") String code, ServerWebExchange exchange) {
        Locale language = CitizenAnswers.language(exchange.getRequest().getQueryParams());
        String shown = code.length() <= LONGEST_CODE ? code.strip() : "";
        return answers.page(HttpStatus.OK, () -> pages.form(language, shown, null));
    }

    @PostMapping(path = "/tra-cuu", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<byte[]>> ask(ServerWebExchange exchange) {
        String address = address(exchange.getRequest().getRemoteAddress());
        return exchange.getFormData().flatMap(form -> {
            Locale language = CitizenAnswers.language(form);
            Question question = Question.of(form);
            if (!question.complete()) {
                return answers.page(HttpStatus.OK, () -> pages.form(language, shortened(question), Notice.INCOMPLETE));
            }
            return limits.allow(address, question.code())
                    .flatMap(allowed -> allowed ? answer(question, language) : tooMany(question, language));
        });
    }

    @GetMapping("/tra-cuu/style.css")
    ResponseEntity<byte[]> style() {
        return ResponseEntity.ok()
                .contentType(STYLE)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(style);
    }

    private Mono<ResponseEntity<byte[]>> answer(Question question, Locale language) {
        long asked = System.nanoTime();
        return answers.page(
                        HttpStatus.OK,
                        () -> own.find(question.code(), question.secret())
                                .map(dossier -> pages.found(language, dossier))
                                .orElseGet(() -> pages.form(language, question.code(), Notice.NOT_FOUND)))
                .delayUntil(page -> Mono.delay(rest(asked)));
    }

    /** What is missing to the next multiple of the least time an answer takes. */
    private Duration rest(long asked) {
        long step = settings.leastAnswer().toNanos();
        return Duration.ofNanos(step - (System.nanoTime() - asked) % step);
    }

    private Mono<ResponseEntity<byte[]>> tooMany(Question question, Locale language) {
        return answers.page(HttpStatus.TOO_MANY_REQUESTS, () -> pages.form(language, question.code(), Notice.TOO_MANY));
    }

    private static String shortened(Question question) {
        return question.code().length() <= LONGEST_CODE ? question.code() : "";
    }

    /** The address that counts for the limits: of IPv6 the network, since one house has a whole one. */
    private static String address(@Nullable InetSocketAddress caller) {
        InetAddress address = caller == null ? null : caller.getAddress();
        if (address == null) {
            return "unknown";
        }
        return address instanceof Inet6Address
                ? Arrays.toString(Arrays.copyOf(address.getAddress(), IPV6_NETWORK_BYTES))
                : address.getHostAddress();
    }
}
