package vn.lienthong.hub.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.access.files.FileLinks;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.EventView;
import vn.lienthong.hub.platform.time.VietnamTime;

/**
 * What a message may say: the dossier's facts by their canonical names, and beside them {@code messageId}, {@code kind},
 * {@code code}, {@code status}, {@code agencyCode}, {@code agencyName}, and {@code event} with {@code at}, {@code note} and {@code officer} of what is told.
 */
@Component
class Told {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Dossiers dossiers;
    private final Agencies agencies;
    private final FileLinks links;
    private final Clock clock;

    Told(Dossiers dossiers, Agencies agencies, FileLinks links, Clock clock) {
        this.dossiers = dossiers;
        this.agencies = agencies;
        this.links = links;
        this.clock = clock;
    }

    JsonNode facts(Message message) {
        DossierView dossier = dossiers.byIds(List.of(message.dossierId())).getFirst();
        ObjectNode told = of(dossier, event(message));
        if (dossier.agencyId() != null) {
            agencies.find(dossier.agencyId(), LocalDate.ofInstant(clock.instant(), VietnamTime.ZONE))
                    .ifPresent(agency -> told.put("agencyName", agency.name())
                            .put("agencyCode", Objects.requireNonNullElse(agency.code(), "")));
        }
        told.put("messageId", message.reference()).put("kind", message.kind().name());
        if (links.given()) {
            linkFiles(told, dossier, message.system());
        }
        return told;
    }

    static ObjectNode of(DossierView dossier, Optional<EventView> event) {
        ObjectNode told = dossier.facts() == null ? JSON.createObjectNode() : JSON.valueToTree(dossier.facts());
        told.put("code", dossier.code());
        if (dossier.procedureCode() != null) {
            told.put("procedure", dossier.procedureCode());
        }
        if (dossier.status() != null) {
            told.put("status", dossier.status().name());
        }
        event.ifPresent(what -> {
            ObjectNode said = told.putObject("event");
            said.put("at", what.orderAt().atOffset(VietnamTime.OFFSET).toString());
            said.put("note", what.note() == null ? "" : what.note());
            said.put("officer", what.officer() == null ? "" : what.officer());
        });
        return told;
    }

    private Optional<EventView> event(Message message) {
        return dossiers.events(message.dossierId()).stream()
                .filter(event -> event.seq() <= message.seq())
                .filter(event ->
                        message.kind() != Kind.WITHDRAWAL || event.status() == DossierStatus.WITHDRAW_REQUESTED)
                .max(Comparator.comparingInt(EventView::seq));
    }

    /** A file the hub keeps is given by a link of the hub; one it only knows by a link stays as it was told. */
    private void linkFiles(ObjectNode told, DossierView dossier, String system) {
        told.path("components")
                .forEach(component -> component.path("files").forEach(file -> {
                    String hash = file.path("sha256").asString("");
                    if (!hash.isEmpty() && file instanceof ObjectNode kept) {
                        kept.put("link", links.to(dossier.id(), hash, system));
                    }
                }));
    }
}
