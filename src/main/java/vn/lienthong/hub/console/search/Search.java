package vn.lienthong.hub.console.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.console.search.Found.By;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.PlainName;
import vn.lienthong.hub.intake.Receipts;
import vn.lienthong.hub.platform.time.VietnamTime;
import vn.lienthong.trust.Masks;
import vn.lienthong.trust.Seal;

/**
 * Finds dossiers by whatever is known of one. Ids are compared by their keyed hashes and stand nowhere in full; a name is
 * found by its beginning, with or without marks, a code by its end too. Every way is an index, so that ten million dossiers answer as fast as ten.
 */
@Repository
class Search {

    private static final String DOSSIER = """
            select d.code, :match as match, d.sender, d.procedure_code, d.status, d.facts->'applicant'->>'name' as name,
                   d.received_at, greatest(d.due_at, d.due_extended) as due_at, d.updated_at
              from (select * from hub.dossiers d where (%s) and (cast(:sender as text) is null or d.sender = :sender)
                     limit %d) d
             order by d.updated_at desc limit :limit
            """;

    /** As a range in the index's own order, which a prepared statement can use; a brace comes behind every letter. */
    private static final String NAME_BEGINS = "d.applicant_name_plain ~>=~ cast(:value as text)"
            + " and d.applicant_name_plain ~<~ (cast(:value as text) || '{')";

    /** Likewise, from the end of the code backwards; no letter comes behind the last one there is. */
    private static final String CODE_ENDS =
            "reverse(d.code) ~>=~ cast(:value as text) and reverse(d.code) ~<~ (cast(:value as text) || chr(1114111))";

    /** Of a code, with a digit in it: words are names. */
    private static final Pattern END = Pattern.compile("(?=.*\\d)[\\p{L}\\d./_-]{4,40}");

    /** The newest are shown of so many; whoever looks for a common name must type more of it. */
    private static final int SORTED = 1_000;

    private static final int LEAST_NAME = 3;

    private final JdbcClient db;
    private final Receipts receipts;
    private final Seal seal;

    Search(JdbcClient db, Receipts receipts, Seal seal) {
        this.db = db;
        this.receipts = receipts;
        this.seal = seal;
    }

    /** @param sender only this one's; null for everybody's */
    List<Found> of(String asked, @Nullable String sender, int limit) {
        String text = asked.strip();
        Map<String, Found> found = new LinkedHashMap<>();
        add(found, by(By.CODE, "d.code = upper(:value) or d.code = :value", text, null, sender, limit));
        add(
                found,
                by(
                        By.OTHER_CODE,
                        "d.id in (select a.dossier_id from hub.aliases a where a.code = :value)",
                        text,
                        text,
                        sender,
                        limit));
        receipts.parse(text.toLowerCase(Locale.ROOT))
                .or(() -> receipts.parse(text.toUpperCase(Locale.ROOT)))
                .ifPresent(receipt -> add(found, byReceipt(receipt.id(), text, sender, limit)));
        String number = number(text);
        if (isNumber(number)) {
            String hash = seal.hash(number);
            add(found, by(By.PERSONAL_ID, "d.id_hash = :value", hash, null, sender, limit));
            add(found, by(By.TAX_CODE, "d.tax_hash = :value", seal.hash(text), null, sender, limit));
            add(found, by(By.TAX_CODE, "d.tax_hash = :value", hash, null, sender, limit));
            add(found, by(By.PHONE, "d.phone_hash = :value", hash, null, sender, limit));
        }
        String name = PlainName.of(text);
        if (isName(name)) {
            add(found, by(By.NAME, NAME_BEGINS, name, null, sender, limit));
        }
        if (END.matcher(text).matches()) {
            add(found, ending(text, sender, limit));
            add(found, ending(text.toUpperCase(Locale.ROOT), sender, limit));
        }
        return found.values().stream().limit(limit).toList();
    }

    /** What this could be of a person, by its shape; empty for a code or a receipt. */
    static Optional<By> ofPerson(String text) {
        String number = number(text);
        if (isNumber(number)) {
            boolean tax = number.length() == 13 || number.length() == 10 && !number.startsWith("0");
            return Optional.of(tax ? By.TAX_CODE : number.length() == 10 ? By.PHONE : By.PERSONAL_ID);
        }
        return isName(PlainName.of(text)) ? Optional.of(By.NAME) : Optional.empty();
    }

    private static String number(String text) {
        return text.replaceAll("[\\s.-]", "");
    }

    private static boolean isNumber(String number) {
        return number.matches("\\d{8,13}");
    }

    private static boolean isName(String name) {
        return name.length() >= LEAST_NAME && name.matches("[a-z ]+");
    }

    private static void add(Map<String, Found> found, List<Found> more) {
        more.forEach(one -> found.putIfAbsent(one.code(), one));
    }

    private List<Found> by(
            By by, String condition, Object value, @Nullable String match, @Nullable String sender, int limit) {
        return db.sql(DOSSIER.formatted(condition, SORTED))
                .param("match", match)
                .param("value", value)
                .param("sender", sender)
                .param("limit", limit)
                .query((row, number) -> found(row, by))
                .list();
    }

    private List<Found> ending(String text, @Nullable String sender, int limit) {
        return by(By.CODE_END, CODE_ENDS, new StringBuilder(text).reverse().toString(), null, sender, limit);
    }

    private List<Found> byReceipt(UUID receipt, String text, @Nullable String sender, int limit) {
        return by(
                By.RECEIPT,
                "d.id in (select r.dossier_id from hub.records r where r.receipt = :value)",
                receipt,
                text,
                sender,
                limit);
    }

    private static Found found(ResultSet row, By by) throws SQLException {
        return new Found(
                row.getString("code"),
                by,
                row.getString("match"),
                row.getString("sender"),
                row.getString("procedure_code"),
                status(row.getObject("status", Integer.class)),
                row.getString("name") == null ? null : Masks.name(row.getString("name")),
                moment(row, "received_at"),
                moment(row, "due_at"),
                row.getObject("updated_at", OffsetDateTime.class).withOffsetSameInstant(VietnamTime.OFFSET));
    }

    private static @Nullable String status(@Nullable Integer code) {
        return code == null ? null : DossierStatus.of(code).name();
    }

    private static @Nullable OffsetDateTime moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.withOffsetSameInstant(VietnamTime.OFFSET);
    }
}
