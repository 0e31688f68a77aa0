package vn.lienthong.hub.catalog;

import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.config.AppliedConfig;

/** The catalog for tests of every module, without Spring. */
public final class CatalogFixture {

    private final CatalogSettings settings;
    private final Catalog catalog;

    private CatalogFixture(AppliedConfig config, String province) {
        this.settings = new CatalogSettings(province);
        this.catalog = new Catalog(config, new CatalogReader(settings, new SenderSettings(settings)));
    }

    /** What this repository's configuration says of Sơn La, demonstration included. */
    public static CatalogFixture ofProject() {
        return of(PlatformFixture.projectConfig(), "son-la");
    }

    public static CatalogFixture of(AppliedConfig config, String province) {
        return new CatalogFixture(config, province);
    }

    public Agencies agencies() {
        return new Agencies(catalog);
    }

    public Province province() {
        return new Province(settings);
    }

    public Procedures procedures() {
        return new Procedures(catalog);
    }

    public static SenderSettings senderSettings(String province) {
        return new SenderSettings(new CatalogSettings(province));
    }

    public Senders senders() {
        return new Senders(catalog);
    }

    public WorkingCalendar workingCalendar() {
        return new WorkingCalendar(catalog);
    }

    public CodeLists codeLists() {
        return new CodeLists(catalog);
    }

    public ServiceLevels serviceLevels() {
        return new ServiceLevels(catalog);
    }

    Catalog catalog() {
        return catalog;
    }
}
