{{- define "sixty.labels" -}}
app.kubernetes.io/name: {{ .part }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
lab.slipway.dev/revision: {{ .root.Values.revision }}
{{- end }}
{{- define "sixty.pod" -}}
metadata:
  labels:
    app.kubernetes.io/name: {{ .part }}
    app.kubernetes.io/instance: {{ .root.Release.Name }}
spec:
  serviceAccountName: {{ .root.Release.Name }}-{{ .account | default "services" }}
  {{- with .restart }}
  restartPolicy: {{ . }}
  {{- end }}
  containers:
    - name: {{ .part }}
      image: {{ .root.Values.image }}
      args: [{{ .part }}]
      ports: [{name: http, containerPort: 8080}]
      readinessProbe: {httpGet: {path: /ready, port: http}}
      resources:
        requests: {cpu: 10m, memory: 16Mi}
        limits: {memory: 64Mi}
      envFrom:
        - configMapRef: {name: {{ .root.Release.Name }}-{{ .config | default "common" }}}
        - secretRef: {name: {{ .root.Release.Name }}-common}
      {{- if .volume }}
      volumeMounts: [{name: data, mountPath: /data}]
      {{- end }}
{{- end }}
