package vn.lienthong.hub.dossier.contact;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.dossier.DossierFacts.NoticeChoice;
import vn.lienthong.hub.dossier.DossierView;

/** By what applicants want to be told; the citizen's own choice goes before what the sender says. */
@Repository
public class NoticeChoices {

    private record Chosen(UUID dossier, NoticeChoice choice) {}

    private final JdbcClient db;
    private final Clock clock;

    public NoticeChoices(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Empty when nobody chose: then the province's usual channels. */
    public Optional<NoticeChoice> of(DossierView dossier) {
        return Optional.ofNullable(of(List.of(dossier)).get(dossier.id()));
    }

    /** The choices of those dossiers for which somebody chose. */
    public Map<UUID, NoticeChoice> of(Collection<DossierView> dossiers) {
        Map<UUID, NoticeChoice> choices = new HashMap<>();
        for (DossierView dossier : dossiers) {
            if (dossier.facts() != null && dossier.facts().notices() != null) {
                choices.put(dossier.id(), dossier.facts().notices());
            }
        }
        own(dossiers.stream().map(DossierView::id).toArray(UUID[]::new))
                .forEach(own -> choices.put(own.dossier(), own.choice()));
        return choices;
    }

    /** Keeps the citizen's own choice; false when it was that already. */
    public boolean keep(UUID dossier, NoticeChoice choice) {
        return db.sql("""
                        insert into hub.notice_choices as c (dossier_id, choice, chosen_at) values (:dossier, :choice, :now)
                        on conflict (dossier_id) do update set choice = excluded.choice, chosen_at = excluded.chosen_at
                         where c.choice <> excluded.choice
                        """)
                        .param("dossier", dossier)
                        .param("choice", choice.name())
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    private List<Chosen> own(UUID[] dossiers) {
        return dossiers.length == 0
                ? List.of()
                : db.sql("select dossier_id, choice from hub.notice_choices where dossier_id = any(:dossiers)")
                        .param("dossiers", dossiers)
                        .query((row, number) -> new Chosen(
                                row.getObject("dossier_id", UUID.class), NoticeChoice.valueOf(row.getString("choice"))))
                        .list();
    }
}
