package vn.lienthong.hub.national.portal;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Judges a reply record by record, by code and never by "thành công": a code for the whole call decides only a call
 * with one record, for success, or for the session; entries in {@code result} decide each for itself.
 */
public final class Judge {

    private final ReplyCodes codes;

    public Judge(ReplyCodes codes) {
        this.codes = codes;
    }

    /** One judgement per record, in the order the records were sent; {@code dossiers} holds their MaHoSo. */
    public List<Judgement> judge(List<String> dossiers, Exchange exchange) {
        var reply = exchange.reply();
        if (reply.isEmpty()) {
            return all(dossiers, new Judgement(unanswered(exchange), false, exchange.trouble()));
        }
        return reply.get().result().isEmpty() ? whole(dossiers, reply.get()) : each(dossiers, reply.get());
    }

    private static Verdict unanswered(Exchange exchange) {
        if (exchange.left()) {
            return Verdict.UNKNOWN;
        }
        return exchange == Exchange.HELD_BACK ? Verdict.HELD_BACK : Verdict.NOT_SENT;
    }

    private List<Judgement> whole(List<String> dossiers, Reply reply) {
        var verdict = codes.verdict(reply.code(), reply.words());
        var single = dossiers.size() == 1;
        var forAll = verdict == Verdict.ACKED || verdict == Verdict.SESSION_INVALID;
        return all(dossiers, new Judgement(single || forAll ? verdict : Verdict.UNKNOWN, single, words(reply)));
    }

    private List<Judgement> each(List<String> dossiers, Reply reply) {
        return IntStream.range(0, dossiers.size())
                .mapToObj(i -> entry(dossiers, i, reply))
                .toList();
    }

    /** Entries come in the order of the records; one that is missing or names another dossier says nothing. */
    private Judgement entry(List<String> dossiers, int i, Reply reply) {
        var silent = new Judgement(Verdict.UNKNOWN, false, words(reply));
        if (reply.result().size() != dossiers.size()) {
            return silent;
        }
        var entry = reply.result().get(i);
        var named = entry.path("MaHoSo").asString("");
        return named.equals(dossiers.get(i)) ? judged(entry, silent) : silent;
    }

    private Judgement judged(JsonNode entry, Judgement silent) {
        var words = entry.path("message").asString("");
        return Reply.code(entry.path("error_code"))
                .map(code -> new Judgement(codes.verdict(code, words), true, "%d %s".formatted(code, words)))
                .orElse(silent);
    }

    private static List<Judgement> all(List<String> dossiers, Judgement judgement) {
        return Collections.nCopies(dossiers.size(), judgement);
    }

    private static String words(Reply reply) {
        return "%d %s".formatted(reply.code(), reply.words());
    }
}
