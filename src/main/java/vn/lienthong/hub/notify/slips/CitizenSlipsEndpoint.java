package vn.lienthong.hub.notify.slips;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.DossierPasses;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.http.ProblemException;

/** Forms for whoever holds a pass to the dossier. Whatever is wrong, the answer is the same: there is no such page. */
@RestController
class CitizenSlipsEndpoint {

    private final SlipDesk desk;
    private final DossierPasses passes;
    private final Dossiers dossiers;
    private final Scheduler blocking;

    CitizenSlipsEndpoint(
            SlipDesk desk, DossierPasses passes, Dossiers dossiers, @Qualifier("blocking") Scheduler blocking) {
        this.desk = desk;
        this.passes = passes;
        this.dossiers = dossiers;
        this.blocking = blocking;
    }

    @GetMapping("/tra-cuu/phieu/{pass}/{form}")
    Mono<ResponseEntity<byte[]>> print(
            @PathVariable String pass,
            @PathVariable String form,
            @RequestParam(name = "format", defaultValue = "pdf") String format) {
        return Mono.fromCallable(() -> printed(pass, form, Format.of(format)).answer())
                .subscribeOn(blocking)
                .onErrorMap(ProblemException.class, whatever -> nothing());
    }

    private Printed printed(String pass, String number, Format format) {
        Form form = Form.of(number).filter(Form::forCitizen).orElseThrow(CitizenSlipsEndpoint::nothing);
        return passes.open(pass)
                .flatMap(dossiers::byCode)
                .map(dossier -> desk.issue(form, format, dossier, Actor.HUB, "citizen with a pass"))
                .orElseThrow(CitizenSlipsEndpoint::nothing);
    }

    private static ProblemException nothing() {
        return new ProblemException(HttpStatus.NOT_FOUND, "unknown-page", "Không có trang này");
    }
}
