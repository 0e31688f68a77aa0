package vn.lienthong.hub.console.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.dossier.Repair;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.http.StatedReason;
import vn.lienthong.hub.quality.agreement.Against;
import vn.lienthong.hub.quality.agreement.Cause;
import vn.lienthong.hub.quality.agreement.Difference;
import vn.lienthong.hub.quality.agreement.Differences;
import vn.lienthong.hub.quality.agreement.Evidence;
import vn.lienthong.hub.quality.agreement.Kind;
import vn.lienthong.hub.quality.agreement.Reconciliation;
import vn.lienthong.hub.quality.agreement.Reconciliations;
import vn.lienthong.hub.quality.agreement.Repairs;

/** What a run found: read in pages, repaired one by one, taken away as evidence. */
@RestController
@RequestMapping("/api/v1/reconciliations/{id}")
class DifferencesEndpoint {

    private static final int MOST = 1_000;
    private static final int PIECE = 1 << 16;
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final Reconciliations runs;
    private final Differences differences;
    private final Repairs repairs;
    private final Evidence evidence;
    private final Scheduler blocking;

    DifferencesEndpoint(
            Reconciliations runs, Differences differences, Repairs repairs, Evidence evidence, Scheduler blocking) {
        this.runs = runs;
        this.differences = differences;
        this.repairs = repairs;
        this.evidence = evidence;
        this.blocking = blocking;
    }

    /** {@code next} goes into {@code after} of the next call and is absent on the last page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Difference> differences, @Nullable Integer next) {}

    /** A difference and what has come of its repair by now. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            @JsonUnwrapped Difference difference, @Nullable String effect) {}

    /** How it is to be repaired and why; {@code sender} is whom to ask where the difference names nobody. */
    record Order(
            Repair.@Nullable Kind repair,
            @Nullable String sender,
            @Nullable String reason) {}

    @GetMapping("/differences")
    Mono<Page> page(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Against against,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable Cause cause,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable Boolean repaired,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "100") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        var filter = new Differences.Filter(against, kind, cause, owner, repaired);
        return Mono.fromCallable(() -> {
                    ReconciliationsEndpoint.find(runs, id);
                    List<Difference> found = differences.page(id, filter, after, size);
                    return new Page(
                            found, found.size() < size ? null : found.getLast().no());
                })
                .subscribeOn(blocking);
    }

    @GetMapping("/differences/{no}")
    Mono<Shown> read(@PathVariable UUID id, @PathVariable int no) {
        return Mono.fromCallable(() -> shown(differences
                        .find(id, no)
                        .orElseThrow(() -> Asked.unknown("unknown-difference", "There is no such difference"))))
                .subscribeOn(blocking);
    }

    @PostMapping("/differences/{no}/repair")
    Mono<Shown> repair(
            @PathVariable UUID id,
            @PathVariable int no,
            @RequestBody Order order,
            @AuthenticationPrincipal Caller caller) {
        Actor operator = Asked.operator(caller);
        String reason = StatedReason.required(order.reason());
        Repair.Kind kind = order.repair();
        if (kind == null) {
            throw Asked.unfit("repair-unfit", "repair", null, "Say which repair");
        }
        return Mono.fromCallable(() -> {
                    done(id);
                    return shown(repairs.order(id, no, new Repairs.Wish(kind, order.sender(), reason, operator)));
                })
                .subscribeOn(blocking);
    }

    private Shown shown(Difference difference) {
        return new Shown(difference, repairs.effect(difference).orElse(null));
    }

    private Reconciliation done(UUID id) {
        Reconciliation run = ReconciliationsEndpoint.find(runs, id);
        if (run.state() != Reconciliation.State.DONE) {
            throw new ProblemException(HttpStatus.CONFLICT, "not-done", "This reconciliation is " + run.state());
        }
        return run;
    }

    private interface Content {
        void write(Reconciliation run, OutputStream out) throws IOException;
    }

    /** {@code format=xlsx} is a workbook; {@code signed} an archive whose statement the hub has signed. */
    @GetMapping("/evidence")
    Mono<ResponseEntity<Flux<DataBuffer>>> evidence(
            @PathVariable UUID id, @RequestParam(defaultValue = "signed") String format) {
        boolean sheet = format.equals("xlsx");
        return Mono.fromCallable(() -> file(done(id), sheet ? evidence::workbook : evidence::archive))
                .subscribeOn(blocking)
                .map(file -> ResponseEntity.ok()
                        .contentType(sheet ? XLSX : ZIP)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"doi-soat-" + id + (sheet ? ".xlsx\"" : ".zip\""))
                        .body(DataBufferUtils.read(file, DefaultDataBufferFactory.sharedInstance, PIECE)
                                .doFinally(end -> blocking.schedule(() -> forget(file)))));
    }

    private static Path file(Reconciliation run, Content content) throws IOException {
        Path file = Files.createTempFile("evidence", ".part");
        try (OutputStream out = Files.newOutputStream(file)) {
            content.write(run, out);
            return file;
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
