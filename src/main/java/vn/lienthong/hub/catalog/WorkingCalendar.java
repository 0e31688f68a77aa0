package vn.lienthong.hub.catalog;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** When a dossier received at some moment is due, by the province's working days and sessions. */
@Component
public class WorkingCalendar {

    private final Catalog catalog;

    WorkingCalendar(Catalog catalog) {
        this.catalog = catalog;
    }

    public Instant due(Instant received, TimeLimit limit) {
        return catalog.now().workingTime().due(received, limit);
    }
}
