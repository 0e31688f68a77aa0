package vn.lienthong.hub.catalog;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.sender.Sender;

/** The systems that may send here: those with a file in {@code config/departments} that the province names. */
@Component
public class Senders {

    private final Catalog catalog;

    Senders(Catalog catalog) {
        this.catalog = catalog;
    }

    public Optional<Sender> find(String id) {
        return Optional.ofNullable(catalog.now().senders().get(id));
    }

    /** In the order of their ids. */
    public List<Sender> all() {
        return List.copyOf(catalog.now().senders().values());
    }
}
