package vn.lienthong.hub.dossier.code;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.hub.platform.time.VietnamTime;

/**
 * Issues numbers for dossiers that come without one, from a counter row per unit and day of Việt Nam.
 *
 * <p>The counter row stays locked until the caller's transaction ends, so that no two nodes give the same number, and a
 * transaction that rolls back gives its number back: none is lost. A number the unit's own system has used is passed
 * over and told by {@link #gaps}.
 */
@Repository
public class DossierCodes {

    private static final String NEXT = """
            insert into hub.dossier_code_counters as c (unit, day, last) values (:unit, :day, 1)
            on conflict (unit, day) do update set last = c.last + 1
            returning last
            """;

    private static final String KEEP = """
            insert into hub.issued_codes (code, unit, day, serial, issued_at)
            select :code, :unit, :day, :serial, :now
             where not exists (select from hub.dossiers d where d.code = :code)
               and not exists (select from hub.aliases a where a.code = :code)
            on conflict (code) do nothing
            """;

    private static final String GAPS = """
            select s from hub.dossier_code_counters c cross join generate_series(1, c.last) s
             where c.unit = :unit and c.day = :day
               and not exists (select from hub.issued_codes i where i.unit = c.unit and i.day = c.day and i.serial = s)
             order by s
            """;

    private final JdbcClient db;
    private final Clock clock;

    public DossierCodes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The unit's next number of today; save it with the dossier in the same transaction, before the first send. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String issue(String unit) {
        if (!DossierCode.isUnit(unit)) {
            throw new IllegalArgumentException("no unit code: " + unit);
        }
        LocalDate day = LocalDate.ofInstant(clock.instant(), VietnamTime.ZONE);
        while (true) {
            Optional<String> kept = kept(unit, day, next(unit, day));
            if (kept.isPresent()) {
                return kept.get();
            }
        }
    }

    /** Serials of a day below its counter that the hub did not issue. */
    public List<Long> gaps(String unit, LocalDate day) {
        return db.sql(GAPS)
                .param("unit", unit)
                .param("day", day)
                .query(Long.class)
                .list();
    }

    private long next(String unit, LocalDate day) {
        return db.sql(NEXT)
                .param("unit", unit)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    private Optional<String> kept(String unit, LocalDate day, long serial) {
        String code = DossierCode.text(unit, day, serial);
        int rows = db.sql(KEEP)
                .param("code", code)
                .param("unit", unit)
                .param("day", day)
                .param("serial", serial)
                .param("now", OffsetDateTime.now(clock))
                .update();
        return rows > 0 ? Optional.of(code) : Optional.empty();
    }
}
