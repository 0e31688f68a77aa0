package vn.lienthong.hub.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.procedure.Procedure;

/** The procedures of the province, by national code or by its provincial copy ({@code 1.002835.000.00.00.H52}). */
@Component
public class Procedures {

    private final Catalog catalog;

    Procedures(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The version in force on the date. */
    public Optional<Procedure> resolve(String code, LocalDate date) {
        return catalog.now().procedures().resolve(code, date);
    }

    /** The very version a dossier was registered under. */
    public Optional<Procedure> find(String code, long version) {
        return catalog.now().procedures().find(code, version);
    }

    /** The versions in force on the date, in the order of their codes. */
    public List<Procedure> all(LocalDate date) {
        return catalog.now().procedures().all(date);
    }

    /** Every version of a procedure; empty when there is no such procedure. */
    public List<Procedure> history(String code) {
        return catalog.now().procedures().history(code);
    }
}
