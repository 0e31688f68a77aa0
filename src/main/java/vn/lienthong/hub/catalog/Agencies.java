package vn.lienthong.hub.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.agency.Agency;
import vn.lienthong.hub.catalog.agency.Resolution;
import vn.lienthong.hub.catalog.agency.Succession;

/**
 * Who a code or a name stands for on a date.
 *
 * <p>Old and new codes ({@code 000.00.14.H52}, {@code H52.14}) are related by the dated table of the province's
 * configuration only; one is never computed from the other.
 */
@Component
public class Agencies {

    private final Catalog catalog;

    Agencies(Catalog catalog) {
        this.catalog = catalog;
    }

    /** A procedure decides where an agency was split, or parts of it were taken over, by procedure. */
    public Resolution resolve(String codeOrName, @Nullable String procedure, LocalDate date) {
        return catalog.now().agencies().resolve(codeOrName, procedure, date);
    }

    /** The agency with this stable id as it is on the date; empty when it does not exist then. */
    public Optional<Agency> find(String id, LocalDate date) {
        return catalog.now().agencies().find(id, date);
    }

    /**
     * Who answers on the date for what this agency received before: itself, or those that followed it. Several when a
     * split is not decided by the procedure; none when it ended without a successor.
     */
    public List<Agency> answering(String id, @Nullable String procedure, LocalDate date) {
        return catalog.now().agencies().successions().answering(id, procedure, date);
    }

    /** Every agency that exists on the date. */
    public List<Agency> all(LocalDate date) {
        return catalog.now().agencies().all(date);
    }

    /** The edges that begin or end at this agency, in the order of the file. */
    public List<Succession> successions(String id) {
        return catalog.now().agencies().successions().of(id).stream()
                .map(Succession::of)
                .toList();
    }
}
