package vn.lienthong.hub.intake.records;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.access.Sightings;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.UnknownDossier;
import vn.lienthong.hub.intake.Receipts;
import vn.lienthong.hub.intake.submissions.KeptRecords;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.http.StatedReason;

/** What senders said of a dossier: staff see all of it, a sender and its users their own. */
@RestController
class RecordsEndpoint {

    private static final int SHOWN = 64 * 1024;
    private static final ProblemException UNKNOWN = new ProblemException(
            HttpStatus.NOT_FOUND, "unknown-record", "No record of this number spoke of this dossier");
    private static final ProblemException GONE =
            new ProblemException(HttpStatus.NOT_FOUND, "record-gone", "What was sent is not kept any more");

    private final Dossiers dossiers;
    private final SaidRecords said;
    private final Receipts receipts;
    private final KeptRecords kept;
    private final MaskedRecord masked;
    private final Sightings sightings;
    private final Scheduler blocking;

    RecordsEndpoint(
            Dossiers dossiers,
            SaidRecords said,
            Receipts receipts,
            KeptRecords kept,
            MaskedRecord masked,
            Sightings sightings,
            @Qualifier("blocking") Scheduler blocking) {
        this.dossiers = dossiers;
        this.said = said;
        this.receipts = receipts;
        this.kept = kept;
        this.masked = masked;
        this.sightings = sightings;
        this.blocking = blocking;
    }

    record Page(String code, List<SaidRecord> records) {}

    /** One record with what was sent; {@code asSent} when these are its sender's bytes. */
    record Detail(SaidRecord record, String content, boolean masked, boolean asSent, boolean cut) {}

    @GetMapping({"/api/v1/dossiers/records", "/api/v1/dossiers/{code}/records"})
    Mono<Page> list(
            @PathVariable(name = "code", required = false) @Nullable String inPath,
            @RequestParam(name = "code", required = false) @Nullable String inQuery,
            @AuthenticationPrincipal Caller caller) {
        return Mono.fromCallable(() -> {
                    DossierView dossier = find(inPath, inQuery);
                    List<SaidRecord> records = said.of(dossier.id(), dossier.code(), caller.sender());
                    if (records.isEmpty() && !caller.sees(dossier.sender())) {
                        throw UnknownDossier.problem(dossier.code());
                    }
                    return new Page(dossier.code(), records);
                })
                .subscribeOn(blocking);
    }

    @GetMapping({"/api/v1/dossiers/records/{receipt}/{no}", "/api/v1/dossiers/{code}/records/{receipt}/{no}"})
    Mono<Detail> one(
            @PathVariable(name = "code", required = false) @Nullable String inPath,
            @RequestParam(name = "code", required = false) @Nullable String inQuery,
            @PathVariable String receipt,
            @PathVariable int no,
            @RequestParam(defaultValue = "false") boolean reveal,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal Caller caller) {
        if (caller.role().isStaff()) {
            caller.allowed(reveal ? Right.REVEAL : Right.SEE_BODIES);
        } else if (reveal) {
            caller.allowed(Right.REVEAL);
        }
        @Nullable String why = reveal ? StatedReason.required(reason) : null;
        return Mono.fromCallable(() -> {
                    DossierView dossier = find(inPath, inQuery);
                    SaidRecord record = receipts.parse(receipt)
                            .flatMap(known -> said.find(dossier.id(), dossier.code(), known, no, caller.sender()))
                            .orElseThrow(() -> UNKNOWN);
                    KeptRecords.Text text = kept.read(record.place(), SHOWN).orElseThrow(() -> GONE);
                    sightings.note(
                            caller,
                            reveal ? "dossier.reveal" : "dossier.view",
                            record.receipt() + "/" + no,
                            dossier.code(),
                            why);
                    String content = reveal ? text.content() : masked.of(text.content());
                    return new Detail(record, content, !reveal, text.asSent(), text.cut());
                })
                .subscribeOn(blocking);
    }

    private DossierView find(@Nullable String inPath, @Nullable String inQuery) {
        String given = inPath == null ? inQuery : inPath;
        String code = given == null ? "" : given.strip();
        return dossiers.byCode(code).orElseThrow(() -> UnknownDossier.problem(code));
    }
}
