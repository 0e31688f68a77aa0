package vn.lienthong.hub.quality.resend;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ResendSettings.class)
class ResendConfiguration {}
