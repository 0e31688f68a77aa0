package vn.lienthong.hub.console.repairs;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.intake.Receipts;
import vn.lienthong.hub.platform.http.ProblemException;

/** Tells what became of a record that failed: who mended it, when, and what stands for it. */
@RestController
class MendedRecordsEndpoint {

    private static final ProblemException UNKNOWN =
            new ProblemException(HttpStatus.NOT_FOUND, "unknown-record", "No record has this receipt and number");

    private final MendedRecords records;
    private final Receipts receipts;
    private final Scheduler blocking;

    MendedRecordsEndpoint(MendedRecords records, Receipts receipts, @Qualifier("blocking") Scheduler blocking) {
        this.records = records;
        this.receipts = receipts;
        this.blocking = blocking;
    }

    /** Who did it is for staff; a sender learns what became of its own. */
    @GetMapping("/api/v1/failures/{receipt}/{no}/repair")
    Mono<Repair> of(@PathVariable String receipt, @PathVariable int no, @AuthenticationPrincipal Caller caller) {
        return Mono.fromCallable(() -> receipts.parse(receipt)
                        .flatMap(known -> records.of(known, no))
                        .filter(repair -> caller.sees(repair.sender()))
                        .map(repair -> caller.role().isStaff() ? repair : repair.withoutOrder())
                        .orElseThrow(() -> UNKNOWN))
                .subscribeOn(blocking);
    }
}
