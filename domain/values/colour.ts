export type Colour = 'role_model' | 'green' | 'green_with_advice' | 'yellow' | 'red' | 'suspended'
