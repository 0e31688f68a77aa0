package vn.lienthong.hub.intake.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.intake.value.Scalars;

/** What kind of event a record is: the sender names it, or the fields that are present tell. */
record Kinds(@Nullable PlainPath named, List<Kind> byFields) {

    static Kinds of(MappingFile.KindLines lines) {
        List<Kind> kinds = new ArrayList<>();
        lines.byFields()
                .forEach((name, fields) -> kinds.add(
                        new Kind(name, fields.stream().map(PlainPath::of).toList())));
        return new Kinds(lines.named() == null ? null : PlainPath.of(lines.named()), List.copyOf(kinds));
    }

    Optional<String> of(Source source) {
        if (named != null && !Scalars.isBlank(named.of(source))) {
            return Optional.of(Scalars.text(named.of(source)));
        }
        return byFields.stream()
                .filter(kind -> kind.fits(source))
                .map(Kind::name)
                .findFirst();
    }

    record Kind(String name, List<PlainPath> present) {

        boolean fits(Source source) {
            return present.stream().noneMatch(path -> Scalars.isBlank(path.of(source)));
        }
    }
}
