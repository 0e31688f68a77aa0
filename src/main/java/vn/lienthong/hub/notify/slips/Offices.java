package vn.lienthong.hub.notify.slips;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.catalog.agency.Agency;
import vn.lienthong.hub.notify.slips.OfficeFile.Entry;
import vn.lienthong.hub.notify.slips.OfficeFile.Signer;
import vn.lienthong.hub.platform.config.AppliedConfig;

/** Who stands on the paper on a day: agency and superior, place, telephone and signer, as far as they are known. */
@Component
class Offices {

    private final Agencies agencies;
    private volatile OfficeFile file;

    Offices(Agencies agencies, AppliedConfig config, @Value("${lienthong.province:son-la}") String province) {
        this.agencies = agencies;
        this.file = OfficeFile.read(Optional.empty());
        config.onChange(bundle -> file = OfficeFile.read(bundle.find("province/" + province + "/slips.yaml")));
    }

    /** What is not known is null and becomes a dotted line. */
    record Office(
            @Nullable String superior,
            @Nullable String name,
            @Nullable String place,
            @Nullable String phone,
            @Nullable Signer signer) {}

    Office of(@Nullable String agencyId, LocalDate day) {
        OfficeFile now = file;
        Optional<Entry> entry = agencyId == null ? Optional.empty() : now.of(agencyId, day);
        return new Office(
                name(now.superior(), day),
                name(agencyId, day),
                entry.map(Entry::place).orElse(now.place()),
                entry.map(Entry::phone).orElse(null),
                entry.map(Entry::signer).orElse(null));
    }

    int mostExtensions() {
        return file.mostExtensions();
    }

    private @Nullable String name(@Nullable String agencyId, LocalDate day) {
        return agencyId == null
                ? null
                : agencies.find(agencyId, day).map(Agency::name).orElse(null);
    }
}
