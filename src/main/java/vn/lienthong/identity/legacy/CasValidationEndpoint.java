package vn.lienthong.identity.legacy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.identity.client.LegacyTerms.Speech;
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.provider.Disclosure;

/** What a portal's own server asks: whose ticket is this? The answer is always 200, as CAS wants it. */
@RestController
class CasValidationEndpoint {

    private static final MediaType XML = new MediaType(MediaType.TEXT_XML, StandardCharsets.UTF_8);

    private final TicketDesk tickets;
    private final Disclosure disclosure;
    private final CasAnswers answers;

    CasValidationEndpoint(TicketDesk tickets, Disclosure disclosure, CasAnswers answers) {
        this.tickets = tickets;
        this.disclosure = disclosure;
        this.answers = answers;
    }

    /** CAS 2.0: who it is, and nothing of the person. */
    @GetMapping("/cas/serviceValidate")
    ResponseEntity<String> validate(
            @RequestParam @Nullable String service,
            @RequestParam @Nullable String ticket,
            @RequestParam(defaultValue = "false") boolean renew,
            @RequestParam(defaultValue = "XML") String format) {
        return answer(taken(service, ticket, renew), false, format);
    }

    /** CAS 3.0: with what the person agreed to tell. */
    @GetMapping("/cas/p3/serviceValidate")
    ResponseEntity<String> validateWithAttributes(
            @RequestParam @Nullable String service,
            @RequestParam @Nullable String ticket,
            @RequestParam(defaultValue = "false") boolean renew,
            @RequestParam(defaultValue = "XML") String format) {
        return answer(taken(service, ticket, renew), true, format);
    }

    /** Nobody is logged out by following a link: they are asked. */
    @GetMapping("/cas/logout")
    ResponseEntity<Void> leave() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header("Location", "/logout")
                .build();
    }

    private TicketDesk.Answer taken(@Nullable String service, @Nullable String ticket, boolean renew) {
        try {
            return tickets.take(Speech.CAS, service, ticket, renew);
        } catch (DataAccessException | TransactionException away) {
            return new TicketDesk.Answer.Bad("INTERNAL_ERROR", "try again later");
        }
    }

    private ResponseEntity<String> answer(TicketDesk.Answer answer, boolean attributes, String format) {
        boolean asJson = "JSON".equalsIgnoreCase(format);
        String body = switch (answer) {
            case TicketDesk.Answer.Bad bad -> asJson ? answers.json(bad) : answers.xml(bad);
            case TicketDesk.Answer.Good good -> {
                Map<String, Object> told = attributes ? told(good) : Map.of();
                String user = good.login().subject();
                yield asJson ? answers.json(user, told) : answers.xml(user, told);
            }
        };
        return ResponseEntity.ok()
                .contentType(asJson ? MediaType.APPLICATION_JSON : XML)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    private Map<String, Object> told(TicketDesk.Answer.Good good) {
        Login login = good.login();
        Map<String, Object> told =
                new LinkedHashMap<>(disclosure.of(login, good.voucher().scopes()));
        told.put("sid", login.id().toString());
        if (login.acr() != null) {
            told.put("acr", login.acr());
        }
        told.put("authenticationDate", login.at().toString());
        told.put("longTermAuthenticationRequestTokenUsed", false);
        told.put("isFromNewLogin", good.voucher().anew());
        return told;
    }
}
