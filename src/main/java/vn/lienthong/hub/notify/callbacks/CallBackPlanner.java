package vn.lienthong.hub.notify.callbacks;

import static vn.lienthong.hub.notify.callbacks.CallBack.Kind.REFUSAL;
import static vn.lienthong.hub.notify.callbacks.CallBack.Kind.STATUS;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.dossier.ChangeFeed;
import vn.lienthong.hub.dossier.ChangeFeed.Change;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.RecordRefused;
import vn.lienthong.hub.platform.reason.Reasons;

/**
 * Turns what happened into what senders are owed. A status is told to the system the dossier came from, unless that
 * system said so itself; a page of changes and the new place in the feed are one transaction.
 */
@Component
class CallBackPlanner {

    private static final int PAGE = 200;

    private final ChangeFeed feed;
    private final Dossiers dossiers;
    private final CallBacks callBacks;
    private final CalledBack senders;
    private final TransactionTemplate transaction;

    CallBackPlanner(
            ChangeFeed feed,
            Dossiers dossiers,
            CallBacks callBacks,
            CalledBack senders,
            TransactionTemplate transaction) {
        this.feed = feed;
        this.dossiers = dossiers;
        this.callBacks = callBacks;
        this.senders = senders;
        this.transaction = transaction;
    }

    /** In the transaction that refuses the record, so that neither is without the other. */
    @EventListener
    void refused(RecordRefused record) {
        senders.find(record.sender()).filter(rules -> rules.refusal() != null).ifPresent(rules -> {
            Map<String, String> facts = new TreeMap<>();
            facts.put("receipt", record.receipt());
            facts.put("record", String.valueOf(record.no()));
            facts.put("code", Objects.requireNonNullElse(record.code(), ""));
            facts.put(
                    "reasons",
                    record.reasons().stream()
                            .map(reason -> Reasons.text(reason, Locale.ROOT))
                            .map(text -> text.field() == null ? text.sentence() : text.field() + ": " + text.sentence())
                            .collect(Collectors.joining(" ")));
            callBacks.owe(
                    record.sender(), REFUSAL, record.receipt(), "record:" + record.no(), facts, record.correlationId());
        });
    }

    /** Reads to the end of the feed. */
    void plan() {
        while (Boolean.TRUE.equals(transaction.execute(status -> page()))) {
            // until nothing is left
        }
    }

    /** Whether more is waiting. */
    private boolean page() {
        Optional<Optional<String>> place = callBacks.lockPlace();
        if (place.isEmpty()) {
            return false;
        }
        if (senders.nobody() || place.get().isEmpty()) {
            callBacks.place(senders.nobody() ? null : feed.end());
            return false;
        }
        ChangeFeed.Page page = feed.after(place.get().get(), PAGE);
        List<Change> effective = page.changes().stream()
                .filter(change -> change.verdict().effective())
                .toList();
        if (!effective.isEmpty()) {
            owe(effective);
        }
        callBacks.place(page.next());
        return page.more();
    }

    private void owe(List<Change> changes) {
        List<UUID> ids = changes.stream().map(Change::dossierId).distinct().toList();
        Map<UUID, DossierView> views =
                dossiers.byIds(ids).stream().collect(Collectors.toMap(DossierView::id, Function.identity()));
        for (Change change : changes) {
            DossierView dossier = views.get(change.dossierId());
            if (dossier != null && !dossier.sender().equals(change.sender())) {
                senders.find(dossier.sender())
                        .filter(rules -> rules.status() != null && rules.words().containsKey(change.status()))
                        .ifPresent(rules -> owe(dossier, change));
            }
        }
    }

    private void owe(DossierView dossier, Change change) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("code", dossier.code());
        facts.put(CallBackText.STATUS, String.valueOf(change.status().code()));
        facts.put(CallBackText.AT, change.orderAt().toString());
        put(facts, "procedure", dossier.procedureCode());
        put(facts, "officer", change.officer());
        put(facts, "unit", change.unit());
        put(facts, "note", change.note());
        callBacks.owe(
                dossier.sender(),
                STATUS,
                dossier.id().toString(),
                "seq:" + change.seq(),
                facts,
                change.correlationId());
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
