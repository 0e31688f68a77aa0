package vn.lienthong.hub.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.codes.CodeListFile;

/** What our words are called at a neighbour's endpoint on a day, and what its codes mean; never a nearby word instead. */
@Component
public class CodeLists {

    private final Catalog catalog;

    CodeLists(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The endpoint's code for our word; empty when it has none. */
    public Optional<String> code(String list, String endpoint, String word, LocalDate date) {
        return codes(list, endpoint, date).map(codes -> codes.get(word));
    }

    /** Our word for the endpoint's code. */
    public Optional<String> word(String list, String endpoint, String code, LocalDate date) {
        return codes(list, endpoint, date).stream()
                .flatMap(codes -> codes.entrySet().stream())
                .filter(entry -> entry.getValue().equals(code))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** One endpoint's code in the words of another; empty when the other cannot say it. */
    public Optional<String> crosswalk(String list, String from, String code, String to, LocalDate date) {
        return word(list, from, code, date).flatMap(word -> code(list, to, word, date));
    }

    /** Our words of the list, whether or not an endpoint has a code for them; none when there is no such list. */
    public List<String> words(String list) {
        CodeListFile.Codes known = catalog.now().codeLists().lists().get(list);
        return known == null ? List.of() : known.words();
    }

    private Optional<Map<String, String>> codes(String list, String endpoint, LocalDate date) {
        CodeListFile.Codes known = catalog.now().codeLists().lists().get(list);
        return known == null
                ? Optional.empty()
                : known.endpoints().stream()
                        .filter(one ->
                                one.endpoint().equals(endpoint) && one.period().contains(date))
                        .map(CodeListFile.Endpoint::codes)
                        .findFirst();
    }
}
