package vn.lienthong.hub.catalog;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

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
}
