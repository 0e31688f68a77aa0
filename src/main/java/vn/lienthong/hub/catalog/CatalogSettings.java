package vn.lienthong.hub.catalog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Which folder of {@code config/province} is this hub's. */
@ConfigurationProperties("lienthong")
record CatalogSettings(@DefaultValue("son-la") String province) {}
