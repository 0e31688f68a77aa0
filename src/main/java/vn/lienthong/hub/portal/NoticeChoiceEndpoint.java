package vn.lienthong.hub.portal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.dossier.DossierFacts.NoticeChoice;
import vn.lienthong.hub.portal.CitizenPages.Notice;
import vn.lienthong.hub.portal.CitizenPages.Shown;

/** A citizen chooses by what to be told, with the pass that the tracking page gave for the slips. */
@RestController
class NoticeChoiceEndpoint {

    private final CitizenPages pages;
    private final OwnDossiers own;
    private final CitizenAnswers answers;
    private final Scheduler blocking;

    NoticeChoiceEndpoint(
            CitizenPages pages, OwnDossiers own, CitizenAnswers answers, @Qualifier("blocking") Scheduler blocking) {
        this.pages = pages;
        this.own = own;
        this.answers = answers;
        this.blocking = blocking;
    }

    @PostMapping(path = "/tra-cuu/thong-bao/{pass}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<byte[]>> choose(@PathVariable String pass, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> Mono.fromCallable(() -> answer(pass, form)).subscribeOn(blocking));
    }

    private ResponseEntity<byte[]> answer(String pass, MultiValueMap<String, String> form) {
        Locale language = CitizenAnswers.language(form);
        Optional<NoticeChoice> choice = choice(form);
        if (choice.isEmpty()) {
            return answers.answer(HttpStatus.BAD_REQUEST, pages.form(language, "", Notice.INCOMPLETE));
        }
        Optional<Shown> shown = own.choose(pass, choice.get());
        return shown.map(dossier -> answers.answer(HttpStatus.OK, pages.found(language, dossier)))
                .orElseGet(() -> answers.answer(HttpStatus.NOT_FOUND, pages.form(language, "", Notice.PASS_OVER)));
    }

    private static Optional<NoticeChoice> choice(MultiValueMap<String, String> form) {
        return Stream.of(NoticeChoice.values())
                .filter(choice -> choice.name().equals(form.getFirst("notices")))
                .findFirst();
    }
}
