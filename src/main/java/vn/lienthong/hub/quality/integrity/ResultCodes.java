package vn.lienthong.hub.quality.integrity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierFacts.Component;
import vn.lienthong.hub.dossier.DossierFacts.Result;
import vn.lienthong.hub.dossier.DossierView;

/** Which results exist, by their codes, so that the source of a reused paper can be found. */
@Repository
class ResultCodes {

    private final JdbcClient db;

    ResultCodes(JdbcClient db) {
        this.db = db;
    }

    private record Code(String code, UUID dossier) {}

    /** Those of these dossiers are known from now on. */
    void learn(List<DossierView> dossiers) {
        var codes = new HashSet<Code>();
        facts(dossiers)
                .forEach((dossier, facts) -> facts.results().stream()
                        .map(Result::code)
                        .forEach(code -> {
                            if (code != null) {
                                codes.add(new Code(code, dossier));
                            }
                        }));
        if (!codes.isEmpty()) {
            db.sql("""
                            insert into hub.result_codes (code, dossier_id)
                            select * from unnest(:codes, :dossiers) as c(code, dossier) order by 1, 2
                            on conflict do nothing""")
                    .param("codes", codes.stream().map(Code::code).toArray(String[]::new))
                    .param("dossiers", codes.stream().map(Code::dossier).toArray(UUID[]::new))
                    .update();
        }
    }

    /** For each of these dossiers, whether another one, or a result of another one, has a code. */
    Map<UUID, Predicate<String>> sources(List<DossierView> dossiers) {
        var asked = new HashSet<String>();
        facts(dossiers)
                .values()
                .forEach(facts -> facts.components().stream()
                        .map(Component::source)
                        .forEach(source -> {
                            if (source != null) {
                                asked.add(source);
                            }
                        }));
        Set<Code> known = asked.isEmpty() ? Set.of() : known(asked);
        var sources = new HashMap<UUID, Predicate<String>>();
        dossiers.forEach(dossier -> sources.put(
                dossier.id(),
                code -> known.stream()
                        .anyMatch(
                                one -> one.code().equals(code) && !one.dossier().equals(dossier.id()))));
        return sources;
    }

    private Set<Code> known(Collection<String> codes) {
        return Set.copyOf(db.sql("""
                        select code, dossier_id from hub.result_codes where code = any(:codes)
                        union select code, id from hub.dossiers where code = any(:codes)
                        union select code, dossier_id from hub.aliases where code = any(:codes)""")
                .param("codes", codes.toArray(String[]::new))
                .query((row, number) -> new Code(row.getString(1), row.getObject(2, UUID.class)))
                .list());
    }

    private static Map<UUID, DossierFacts> facts(List<DossierView> dossiers) {
        var all = new HashMap<UUID, DossierFacts>();
        dossiers.forEach(dossier -> {
            if (dossier.facts() != null) {
                all.put(dossier.id(), dossier.facts());
            }
        });
        return all;
    }
}
